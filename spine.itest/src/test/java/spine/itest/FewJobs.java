package spine.itest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import spine.api.job.Delivery;
import spine.api.job.Job;
import spine.api.job.JobEvent;
import spine.api.job.JobQuery;
import spine.api.job.JobState;
import spine.api.job.JobStateException;
import spine.api.job.Jobs;

/** Three jobs of one study: one waits, one is done, one has failed. */
final class FewJobs implements Jobs {
    private static final Instant BEGIN = Instant.parse("2026-05-01T10:00:00Z");
    private final Map<Long, Job> jobs = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final List<Consumer<JobEvent>> listeners = new CopyOnWriteArrayList<>();

    FewJobs(String study) {
        JobState[] states = {JobState.WAITING, JobState.DONE, JobState.FAILED};
        for (int i = 0; i < states.length; i++) {
            jobs.put(i + 1L, new Job(i + 1L, study, i + 1, OptionalLong.empty(), false, states[i], 0, 20, "",
                    "TEST@127.0.0.1", BEGIN, BEGIN, 0, "", ""));
        }
    }

    @Override
    public Optional<Job> find(long id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public List<Job> list(JobQuery query) {
        return new ArrayList<>(jobs.values()).stream().filter(job -> job.id() < query.before())
                .filter(job -> query.states().isEmpty() || query.states().contains(job.state())).limit(query.limit()).toList();
    }

    @Override
    public Map<JobState, Long> count() {
        Map<JobState, Long> count = new EnumMap<>(JobState.class);
        jobs.values().forEach(job -> count.merge(job.state(), 1L, Long::sum));
        return count;
    }

    @Override
    public Optional<Duration> longestWait() {
        return Optional.of(Duration.between(BEGIN, Instant.now()));
    }

    @Override
    public List<Delivery> deliveries(long id) {
        return List.of(new Delivery("pacs", 1, 3, 2, Optional.of(BEGIN), "The association was rejected."));
    }

    @Override
    public Job cancel(long id) throws JobStateException {
        if (jobs.get(id).state().isFinal()) {
            throw new JobStateException("Job " + id + " has ended.");
        }
        return change(id, JobState.CANCELLED, jobs.get(id).priority());
    }

    @Override
    public Job retry(long id) {
        return change(id, JobState.WAITING, jobs.get(id).priority());
    }

    @Override
    public Job prioritise(long id, int priority) {
        return change(id, jobs.get(id).state(), priority);
    }

    private Job change(long id, JobState state, int priority) {
        Job old = jobs.get(id);
        Job job = new Job(id, old.studyInstanceUid(), old.revision(), old.replaces(), old.replaced(), state, priority, old.images(),
                old.contentDigest(), old.sender(), old.received(), old.changed(), old.attempts(), old.worker(), old.reason());
        jobs.put(id, job);
        listeners.forEach(listener -> listener.accept(new JobEvent(job, "")));
        return job;
    }

    @Override
    public Subscription listen(Consumer<JobEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
