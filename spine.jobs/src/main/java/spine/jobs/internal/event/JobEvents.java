package spine.jobs.internal.event;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.job.Job;
import spine.api.job.JobEvent;
import spine.api.job.Jobs.Subscription;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.JobTable;

/**
 * Hands on what happens to jobs: at once what this process does, and what others do on the same database as soon as it is seen there. One
 * thread calls all listeners, one after the other. Safe for use by many threads.
 */
public final class JobEvents {
    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);
    private static final int LOOK_MILLIS = 1000;
    /** A transaction is seen only after it has ended; none takes longer. */
    private static final int OVERLAP_MILLIS = 10_000;
    private static final int MOST = 1000;

    private final Database database;
    private final Consumer<Job> first;
    private final ScheduledExecutorService thread;
    private final List<Consumer<JobEvent>> listeners = new CopyOnWriteArrayList<>();
    /** What was told lately, so that it is not told twice; of the thread alone. */
    private final Map<Long, Job> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Job> eldest) {
            return size() > MOST;
        }
    };

    /**
     * @param first hears of each change before those who listen, and before {@link #changed} returns: it stops what is not wanted any more
     * @param thread single; shut down by its owner
     */
    public JobEvents(Database database, Consumer<Job> first, ScheduledExecutorService thread) {
        this.database = database;
        this.first = first;
        this.thread = thread;
        if (!database.isEmbedded()) {
            thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Tells of a change that is in the database. */
    public void changed(Job job) {
        first.accept(job);
        thread.execute(() -> {
            if (!job.equals(told.put(job.id(), job))) {
                tell(new JobEvent(job, ""));
            }
        });
    }

    /** Tells what is being done with a job that runs. */
    public void step(Job job, String step) {
        thread.execute(() -> tell(new JobEvent(job, step)));
    }

    public Subscription listen(Consumer<JobEvent> listener) {
        // The same listener twice is two subscriptions.
        Consumer<JobEvent> own = event -> listener.accept(event);
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private void tell(JobEvent event) {
        for (Consumer<JobEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.warn("a listener to jobs failed", e);
            }
        }
    }

    private void look() {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            for (Job job : database.<List<Job>, RuntimeException>read(sql -> {
                long since = sql.now() - OVERLAP_MILLIS;
                return new JobTable(sql).changedSince(since, MOST);
            })) {
                changed(job);
            }
        } catch (IOException e) {
            LOG.debug("what happens to jobs cannot be seen", e);
        }
    }
}
