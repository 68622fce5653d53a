package spine.jobs.internal.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import spine.api.job.Job;
import spine.api.job.JobState;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.JobTable;
import spine.jobs.internal.store.SendingTable;

/**
 * Destinations that the settings have no more, while something is still to be sent there: after a while it is given up, so that a person
 * hears of it, and goes on when the destination is back. Safe for use by many threads.
 */
final class Absence {
    static final String REASON = "There is no such destination any more.";

    /** So that nothing else waits for long. */
    private static final int AT_ONCE = 100;

    private final Map<String, Long> since = new ConcurrentHashMap<>();
    private final Database database;
    private final long patienceMillis;
    private final JobEvents events;

    Absence(Database database, long patienceMillis, JobEvents events) {
        this.database = database;
        this.patienceMillis = patienceMillis;
        this.events = events;
    }

    /** Gives up what is to be sent to destinations that are away for too long. @param there names of those that are not */
    void look(Set<String> there) throws IOException {
        since.keySet().removeAll(there);
        long now = System.nanoTime();
        for (String name : database.read(sql -> new SendingTable(sql).wanted())) {
            if (!there.contains(name) && now - since.computeIfAbsent(name, first -> now) > TimeUnit.MILLISECONDS.toNanos(patienceMillis)) {
                for (long job : database.read(sql -> new SendingTable(sql).waiting(name, AT_ONCE))) {
                    giveUp(job, name);
                }
            }
        }
    }

    private void giveUp(long id, String name) throws IOException {
        database.<Optional<Job>, RuntimeException>write(sql -> {
            if (new JobTable(sql).hold(id).filter(job -> job.state() == JobState.SENDING).isEmpty()) {
                return Optional.empty();
            }
            new SendingTable(sql).end(id, name, REASON);
            return Conclusion.of(sql, id);
        }).ifPresent(events::changed);
    }

    /** A destination is back: what was given up for its absence is sent. */
    void end(String name) throws IOException {
        for (long job : database.read(sql -> new SendingTable(sql).givenUp(name, REASON))) {
            resume(job, name);
        }
    }

    private void resume(long id, String name) throws IOException {
        database.<Optional<Job>, RuntimeException>write(sql -> {
            JobTable jobs = new JobTable(sql);
            List<JobState> open = List.of(JobState.NEEDS_ATTENTION, JobState.SENDING);
            Optional<Job> job = jobs.hold(id).filter(held -> open.contains(held.state()));
            if (job.isEmpty() || jobs.newest(job.get().studyInstanceUid()).filter(newest -> newest.id() == id).isEmpty()) {
                return Optional.empty();
            }
            new SendingTable(sql).reopen(id, name);
            jobs.move(id, JobState.SENDING, job.get().state() == JobState.SENDING ? job.get().reason() : "");
            return jobs.find(id);
        }).ifPresent(events::changed);
    }
}
