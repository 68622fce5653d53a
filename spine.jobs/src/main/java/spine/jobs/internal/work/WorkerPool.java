package spine.jobs.internal.work;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import spine.api.service.SpineScoring;
import spine.jobs.internal.event.Bell;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.node.ImageFetch;
import spine.jobs.internal.node.Peers;
import spine.jobs.internal.node.ResultReturn;
import spine.jobs.internal.store.Database;
import spine.runtime.StudyFinder;

/** The threads that score. Closed, they put back what they have begun. */
public final class WorkerPool implements Closeable {
    private static final long STOP_MILLIS = 30_000;

    private final Bell bell = new Bell();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Database database;
    private final Path results;
    private final String process;
    private final Peers peers;
    private final ImageFetch images;
    private final Acceptance acceptance;
    private final JobEvents events;

    /** @param process names this process among those that share the database */
    public WorkerPool(Database database, Path results, String process, Peers peers, ImageFetch images, Acceptance acceptance,
            JobEvents events) {
        this.database = database;
        this.results = results;
        this.process = process;
        this.peers = peers;
        this.images = images;
        this.acceptance = acceptance;
        this.events = events;
    }

    public void start(int count, StudyFinder studies, SpineScoring scoring, ScoringRule rule, Attempts attempts) {
        StudyRun run = new StudyRun(studies, scoring, rule);
        ResultReturn back = new ResultReturn(database, peers);
        for (int i = 0; i < count; i++) {
            Worker worker = new Worker(database, results, process, peers, images, run, back, attempts, acceptance, events, bell);
            Thread thread = new Thread(worker, "worker-" + (i + 1));
            thread.setDaemon(true);
            workers.add(worker);
            threads.add(thread);
            thread.start();
        }
    }

    /** Has the threads look for jobs. */
    public void wake() {
        bell.ring();
    }

    @Override
    public void close() {
        workers.forEach(Worker::close);
        for (Thread thread : threads) {
            try {
                thread.join(STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
