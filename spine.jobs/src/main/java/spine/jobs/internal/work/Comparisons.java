package spine.jobs.internal.work;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.comparison.PatientTimeline;
import spine.api.comparison.PatientTimeline.Comparison;
import spine.api.comparison.PatientTimeline.Outcome;
import spine.api.comparison.PatientTimeline.Place;
import spine.api.comparison.PatientTimeline.Reach;
import spine.api.job.Job;
import spine.common.file.FileFailure;
import spine.common.text.PlainText;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.spool.SpoolFolder;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.Instance;
import spine.jobs.internal.store.InstanceTable;
import spine.jobs.internal.store.JobTable;

/**
 * Has the results of this node compared with the earlier ones of their patients, one after the other on a thread of its own, so that
 * nobody waits for it who scores. When it starts it looks at all results: what a process left that ended, and what was there before
 * there were comparisons, is made up for.
 */
public final class Comparisons implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Comparisons.class);
    private static final long LOOK_MILLIS = 5000;
    private static final long STOP_MILLIS = 15_000;
    /** Of what waits; what does not fit is made up for when the platform starts again. */
    private static final int MOST = 100_000;

    private final Database database;
    private final SpoolFolder spool;
    private final Path results;
    private final JobEvents events;
    private final ComparisonDoubts doubts = new ComparisonDoubts();
    private final Thread thread = new Thread(this::run, "comparisons");
    /** Guarded by this, as is what follows. */
    private final Deque<Task> urgent = new ArrayDeque<>();
    private final Deque<Task> others = new ArrayDeque<>();
    private boolean closed;
    private volatile boolean comparing;
    private volatile Supplier<Optional<PatientTimeline>> timeline;

    /** Something to do. */
    @FunctionalInterface
    private interface Task {
        void run(PatientTimeline timeline) throws IOException;
    }

    public Comparisons(Database database, SpoolFolder spool, Path results, JobEvents events) {
        this.database = database;
        this.spool = spool;
        this.results = results;
        this.events = events;
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    /**
     * Begins.
     *
     * @param now the timeline at the moment; while there is none, it is waited for
     * @param compare whether results are compared; if not, those that were removed are forgotten all the same
     */
    public void start(Supplier<Optional<PatientTimeline>> now, boolean compare) {
        timeline = now;
        comparing = compare;
        put(others, this::forgetRemoved);
        if (compare) {
            put(others, there -> lookAt(there, database.<List<String>, RuntimeException>read(sql -> new JobTable(sql).studiesWithResult())
                    .iterator()));
        }
        thread.start();
    }

    /** A job has its result. Returns at once. */
    public void add(Job job) {
        if (comparing) {
            put(urgent, there -> {
                if (compare(there, job.studyInstanceUid())) {
                    database.<Optional<Job>, RuntimeException>read(sql -> new JobTable(sql).find(job.id()))
                            .ifPresent(current -> events.step(current, ""));
                }
            });
        }
    }

    /** Why the result of a study is not compared with others, in sentences; none if nothing is known. */
    public List<String> doubts(String study) {
        return doubts.of(study);
    }

    /** Results were removed. Returns at once. */
    public void removed() {
        put(urgent, this::forgetRemoved);
    }

    private synchronized void put(Deque<Task> tasks, Task task) {
        if (tasks.size() < MOST) {
            tasks.add(task);
        }
        notifyAll();
    }

    private void run() {
        try {
            for (Optional<Task> task = next(); task.isPresent(); task = next()) {
                try {
                    PatientTimeline now = timeline.get().orElseThrow(() -> new IOException("nothing compares results at the moment"));
                    task.get().run(now);
                } catch (IOException e) {
                    LOG.error("a result is not compared with earlier ones of its patient: {}", PlainText.line(FileFailure.reason(e)), e);
                } catch (RuntimeException e) {
                    LOG.error("a result is not compared with earlier ones of its patient", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for something to do, and for the timeline. @return empty when closed */
    private synchronized Optional<Task> next() throws InterruptedException {
        while (!closed && (urgent.isEmpty() && others.isEmpty() || timeline.get().isEmpty())) {
            wait(LOOK_MILLIS);
        }
        return closed ? Optional.empty() : Optional.of(urgent.isEmpty() ? others.remove() : urgent.remove());
    }

    private void forgetRemoved(PatientTimeline now) throws IOException {
        Set<String> left = now.forgetRemoved(results);
        doubts.retain(study -> Files.isDirectory(results.resolve(study)));
        if (comparing) {
            left.forEach(study -> put(others, there -> compare(there, study)));
        }
    }

    /** The next one of them, and the others when nothing else is to be done. */
    private void lookAt(PatientTimeline now, Iterator<String> studies) throws IOException {
        if (studies.hasNext()) {
            String study = studies.next();
            put(others, there -> lookAt(there, studies));
            compare(now, study);
        }
    }

    /** @return whether there is something new to be seen */
    private boolean compare(PatientTimeline now, String study) throws IOException {
        Optional<Place> place = place(study);
        if (place.isEmpty()) {
            return false;
        }
        Outcome outcome = now.add(place.get(), Reach.SAME_FOLDER);
        outcome.comparisons().forEach(made -> LOG.info("study {} was compared with {} earlier", made.studyInstanceUid(),
                made.summary().studies().size() - 1));
        outcome.doubts().forEach(doubt -> LOG.info("{}", PlainText.line(doubt)));
        outcome.failures().forEach(failure -> LOG.warn("{}", PlainText.line(failure)));
        // What could not be compared before, is now.
        outcome.comparisons().stream().map(Comparison::studyInstanceUid).filter(other -> !other.equals(study) && !doubts(other).isEmpty())
                .forEach(other -> put(others, there -> compare(there, other)));
        return doubts.note(study, outcome) || !outcome.comparisons().isEmpty();
    }

    /** Empty if its result is not at this node. Images count only if all of them are here. */
    private Optional<Place> place(String study) throws IOException {
        return database.<Optional<Place>, RuntimeException>read(sql -> {
            Optional<Job> job = new JobTable(sql).withResult(study);
            if (job.isEmpty() || !new JobTable(sql).node(job.get().id()).equals(sql.node())) {
                return Optional.empty();
            }
            List<Instance> images = new InstanceTable(sql).imagesOf(study, job.get().revision());
            boolean here = images.stream().allMatch(image -> !image.file().isEmpty() && image.node().equals(sql.node()));
            return Optional.of(new Place(study, results.resolve(study), here ? images.stream().map(spool::file).toList() : List.of()));
        });
    }

    /** Lets it end after the comparison that it makes. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
