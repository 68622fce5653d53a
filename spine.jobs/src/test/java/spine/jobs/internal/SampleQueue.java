package spine.jobs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;

import spine.api.intake.StoredObject;
import spine.api.job.Job;
import spine.api.job.JobQuery;
import spine.api.job.JobState;
import spine.api.job.WorkerDoor;
import spine.common.install.InstallPaths;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicomweb.internal.HttpDicomWeb;
import spine.jobs.internal.delivery.RetryRule;
import spine.jobs.internal.node.NodeId;
import spine.jobs.internal.spool.Bounds;
import spine.jobs.internal.spool.Retention;
import spine.jobs.internal.spool.SpoolFolder;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.DatabaseAddress;
import spine.jobs.internal.store.OlderJobs;
import spine.jobs.internal.store.RunTable;
import spine.jobs.internal.work.ScoringRule;

/** A queue as a platform opens it, and what tests ask of it. */
final class SampleQueue implements AutoCloseable {
    static final RetryRule RETRIES = new RetryRule(3, 1, 2, Duration.ofHours(1).toMillis());
    static final QueueRules RULES = new QueueRules(1, new ScoringRule(List.of("sparcc"), List.of("json")),
            new Bounds(0, 1 << 20, 10, 10), Duration.ofHours(1).toMillis(), Duration.ofHours(1).toMillis(), RETRIES, 0, 0);

    final OpenQueue queue;
    final SampleScoring scoring = new SampleScoring();
    final InstallPaths paths;

    private final Database database;

    private final QueueRules rules;

    /** Nothing is scored until {@link #score}. */
    SampleQueue(DatabaseAddress address, Path home, QueueRules rules) throws IOException {
        this(address, home, rules, Optional::empty);
    }

    /** @param door by which others reach it */
    SampleQueue(DatabaseAddress address, Path home, QueueRules rules, Supplier<Optional<WorkerDoor>> door) throws IOException {
        this.paths = new InstallPaths(home);
        this.rules = rules;
        this.database = Database.open(address, NodeId.of(paths.spool()));
        NativeDicomCodec codec = new NativeDicomCodec();
        this.queue = new OpenQueue(database, paths, rules, codec, new HttpDicomWeb(codec), door);
    }

    /** As a process does that then ends. */
    void beginAndForget() throws IOException {
        database.change(sql -> new RunTable(sql).take("gone", List.of(sql.node())).orElseThrow());
    }

    /** Removes what is older. */
    void retain(int imageDays, int resultDays) throws IOException {
        new Retention(database, new SpoolFolder(paths.spool(), RULES.bounds()), paths.results(), imageDays, resultDays).run();
    }

    /** As if no process had said anything for a long time. */
    void silence() throws IOException {
        database.change(OlderJobs::silence);
    }

    /** As if all jobs had last changed so many days earlier. */
    void makeOlder(int days) throws IOException {
        database.change(sql -> OlderJobs.make(sql, days));
    }

    SampleQueue score() {
        queue.score(rules, scoring, scoring);
        return this;
    }

    StoredObject.Kind store(String study, int number, int content) throws IOException {
        return queue.intake().store(SampleObjects.image(study, number, content), "SCANNER@host").kind();
    }

    Job complete(String study) throws IOException {
        return queue.intake().complete(study).orElseThrow();
    }

    /** Of all revisions, the first first. */
    List<Job> jobs(String study) throws IOException {
        return queue.jobs().list(JobQuery.ofStudy(study)).stream().sorted((a, b) -> Integer.compare(a.revision(), b.revision())).toList();
    }

    Job await(long id, JobState state) throws Exception {
        return await(id, job -> job.state() == state);
    }

    Job await(long id, Predicate<Job> seen) throws Exception {
        return await(() -> queue.jobs().find(id).orElseThrow(), seen);
    }

    static <T> T await(Callable<T> look, Predicate<T> seen) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        for (T now = look.call();; now = look.call()) {
            if (seen.test(now)) {
                return now;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("still " + now);
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws IOException {
        queue.close();
    }
}
