package spine.jobs.internal;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import spine.api.job.Delivery;
import spine.api.job.Job;
import spine.api.job.JobEvent;
import spine.api.job.JobQuery;
import spine.api.job.JobState;
import spine.api.job.JobStateException;
import spine.api.job.Jobs;
import spine.jobs.internal.delivery.Conclusion;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.DeliveryTable;
import spine.jobs.internal.store.Instance;
import spine.jobs.internal.store.InstanceTable;
import spine.jobs.internal.store.JobTable;
import spine.jobs.internal.store.ReceivingTable;
import spine.jobs.internal.store.Sql;
import spine.jobs.internal.store.StudyTable;

/** What a person may ask of jobs. */
final class JobsService implements Jobs {
    private final Database database;
    private final JobEvents events;
    private final Runnable queued;

    /** @param queued called when a job may have to be done */
    JobsService(Database database, JobEvents events, Runnable queued) {
        this.database = database;
        this.events = events;
        this.queued = queued;
    }

    @Override
    public Optional<Job> find(long id) throws IOException {
        return database.read(sql -> new JobTable(sql).find(id));
    }

    @Override
    public List<Job> list(JobQuery query) throws IOException {
        return database.read(sql -> new JobTable(sql).list(query));
    }

    @Override
    public Map<JobState, Long> count() throws IOException {
        return database.read(sql -> new JobTable(sql).count());
    }

    @Override
    public Optional<Duration> longestWait() throws IOException {
        return database.read(sql -> new JobTable(sql).longestWait());
    }

    @Override
    public List<Delivery> deliveries(long id) throws IOException {
        return database.read(sql -> new DeliveryTable(sql).of(id));
    }

    @Override
    public Job cancel(long id) throws JobStateException, IOException {
        return change(id, (sql, job) -> {
            if (job.state().isFinal()) {
                throw new JobStateException("Job " + id + " has ended: it is " + word(job.state()) + ".");
            }
            new JobTable(sql).move(id, JobState.CANCELLED, "Somebody has cancelled it.");
        });
    }

    @Override
    public Job retry(long id) throws JobStateException, IOException {
        Job job = change(id, this::retry);
        queued.run();
        return find(id).orElse(job);
    }

    private void retry(Sql sql, Job job) throws SQLException, JobStateException {
        JobTable jobs = new JobTable(sql);
        if (!job.state().isFinal() || job.state() == JobState.DONE) {
            throw new JobStateException("Job " + job.id() + " is " + word(job.state()) + ": nothing is to be tried again.");
        }
        Job newest = jobs.newest(job.studyInstanceUid()).orElseThrow();
        if (newest.id() != job.id()) {
            throw new JobStateException("Job " + newest.id() + " has a later content of the study of job " + job.id() + ".");
        }
        if (jobs.scored(job.id()) > 0) {
            new DeliveryTable(sql).resume(job.id());
            jobs.move(job.id(), JobState.SENDING, "");
            Conclusion.of(sql, job.id());
        } else if (job.contentDigest().isEmpty()) {
            jobs.move(job.id(), JobState.RECEIVED, "");
            new ReceivingTable(sql).complete(job.id());
        } else {
            List<Instance> images = new InstanceTable(sql).imagesOf(job.studyInstanceUid(), job.revision());
            if (images.size() != job.images() || images.stream().anyMatch(image -> image.file().isEmpty())) {
                throw new JobStateException("The images of job " + job.id() + " were removed; they can be sent again.");
            }
            jobs.restart(job.id());
        }
    }

    @Override
    public Job prioritise(long id, int priority) throws JobStateException, IOException {
        return change(id, (sql, job) -> {
            if (job.state() != JobState.WAITING && job.state() != JobState.RECEIVED) {
                throw new JobStateException("Job " + id + " does not wait for its turn: it is " + word(job.state()) + ".");
            }
            new JobTable(sql).prioritise(id, priority);
        });
    }

    @Override
    public Subscription listen(Consumer<JobEvent> listener) {
        return events.listen(listener);
    }

    /** What changes a job that nobody else can change at the same time. */
    @FunctionalInterface
    private interface Change {
        void of(Sql sql, Job job) throws SQLException, JobStateException;
    }

    private Job change(long id, Change change) throws JobStateException, IOException {
        Job changed = database.<Job, JobStateException>write(sql -> {
            JobTable jobs = new JobTable(sql);
            Job there = jobs.find(id).orElseThrow(() -> new JobStateException("There is no job " + id + "."));
            new StudyTable(sql).hold(there.studyInstanceUid());
            change.of(sql, jobs.hold(id).orElseThrow(() -> new JobStateException("There is no job " + id + ".")));
            return jobs.find(id).orElseThrow();
        });
        events.changed(changed);
        return changed;
    }

    private static String word(JobState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
