package spine.jobs.internal.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.JobTable;
import spine.jobs.internal.store.RunTable;

/**
 * The jobs that this process scores. It says from time to time that it is alive, stops what is not wanted any more, and lets jobs wait
 * again whose process has said nothing for too long. Safe for use by many threads.
 */
public final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    /** A study that ends its process each time must not end all of them for ever. */
    private static final int MOST_LOST = 3;

    private final Map<Long, Attempt> running = new ConcurrentHashMap<>();
    private final Database database;
    private final long silentMillis;
    private final JobEvents events;
    private final Runnable queued;

    /** One of them. */
    private record Attempt(int number, Cancellation cancellation) {
    }

    /**
     * @param silentMillis after which a process is taken for dead
     * @param queued called when a job waits again
     */
    public Attempts(Database database, long silentMillis, JobEvents events, Runnable queued) {
        this.database = database;
        this.silentMillis = silentMillis;
        this.events = events;
        this.queued = queued;
    }

    /** @return cancelled as soon as the attempt is not wanted any more */
    Cancellation begin(Job job) {
        Attempt attempt = new Attempt(job.attempts(), new Cancellation());
        running.put(job.id(), attempt);
        return attempt.cancellation();
    }

    void end(Job job) {
        running.remove(job.id());
    }

    /** Stops an attempt that runs here, if the job says that it is not wanted any more. */
    public void changed(Job job) {
        Attempt attempt = running.get(job.id());
        // An event may be older than the attempt that runs now.
        if (attempt != null && job.state() != JobState.RUNNING && job.attempts() == attempt.number()) {
            attempt.cancellation().cancel();
        }
    }

    /** Stops all that run here. */
    public void stop() {
        running.values().forEach(attempt -> attempt.cancellation().cancel());
    }

    /** Once in a few seconds. */
    public void beat() throws IOException {
        for (Map.Entry<Long, Attempt> one : running.entrySet()) {
            Attempt attempt = one.getValue();
            if (!database.write(sql -> new RunTable(sql).beat(one.getKey(), attempt.number()))) {
                attempt.cancellation().cancel();
            }
        }
        takeOver(silentMillis);
    }

    /** Lets those wait again that a process has left which used the same embedded database before. */
    public void takeOverAll() throws IOException {
        takeOver(0);
    }

    private void takeOver(long silent) throws IOException {
        List<Job> left = database.write(sql -> {
            RunTable runs = new RunTable(sql);
            JobTable jobs = new JobTable(sql);
            List<Job> found = new ArrayList<>();
            for (Job job : runs.silentSince(sql.now() - silent)) {
                int lost = runs.lose(job.id());
                if (lost < MOST_LOST) {
                    runs.release(job.id(), "The process that scored it ended.");
                } else {
                    jobs.move(job.id(), JobState.NEEDS_ATTENTION, "Study " + job.studyInstanceUid() + " was begun " + lost
                            + " times, and each time the process ended that scored it.");
                }
                found.add(jobs.find(job.id()).orElseThrow());
            }
            return found;
        });
        for (Job job : left) {
            LOG.warn("job {} was left by a process that ended", job.id());
            events.changed(job);
        }
        if (!left.isEmpty()) {
            queued.run();
        }
    }
}
