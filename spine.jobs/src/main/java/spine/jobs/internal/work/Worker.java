package spine.jobs.internal.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.api.report.Predecessor;
import spine.api.service.ExistingResult;
import spine.api.service.UnavailableException;
import spine.common.file.AtomicFolder;
import spine.common.file.FileFailure;
import spine.common.text.Sentence;
import spine.jobs.internal.event.Bell;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.node.BorrowedImages;
import spine.jobs.internal.node.ImageFetch;
import spine.jobs.internal.node.Peers;
import spine.jobs.internal.node.RefusedResultException;
import spine.jobs.internal.node.ResultReturn;
import spine.jobs.internal.node.UnreachableNodeException;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.DatabaseException;
import spine.jobs.internal.store.Instance;
import spine.jobs.internal.store.InstanceTable;
import spine.jobs.internal.store.JobTable;
import spine.jobs.internal.store.RunTable;

/** Takes jobs, one after the other, and has each scored. For one thread. */
final class Worker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long LOOK_MILLIS = 1000;
    private static final long AFTER_FAILURE_MILLIS = 5000;

    private final Database database;
    private final Path results;
    private final String process;
    private final Peers peers;
    private final ImageFetch images;
    private final StudyRun run;
    private final ResultReturn back;
    private final Attempts attempts;
    private final Acceptance acceptance;
    private final JobEvents events;
    private final Bell bell;
    private volatile boolean closed;

    Worker(Database database, Path results, String process, Peers peers, ImageFetch images, StudyRun run, ResultReturn back,
            Attempts attempts, Acceptance acceptance, JobEvents events, Bell bell) {
        this.database = database;
        this.results = results;
        this.process = process;
        this.peers = peers;
        this.images = images;
        this.run = run;
        this.back = back;
        this.attempts = attempts;
        this.acceptance = acceptance;
        this.events = events;
        this.bell = bell;
    }

    /** Lets it end after the job that it has. */
    void close() {
        closed = true;
        bell.ring();
    }

    @Override
    public void run() {
        while (!closed) {
            long heard = bell.rings();
            try {
                Optional<Job> job = database.write(sql -> new RunTable(sql).take(process, peers.now(sql)));
                if (job.isPresent()) {
                    work(job.get());
                } else {
                    pause(heard, LOOK_MILLIS);
                }
            } catch (IOException | RuntimeException e) {
                LOG.error("no job can be scored at the moment", e);
                pause(heard, AFTER_FAILURE_MILLIS);
            }
        }
    }

    private void pause(long heard, long millis) {
        try {
            bell.await(heard, millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private void work(Job job) throws IOException {
        Cancellation cancellation = attempts.begin(job);
        try {
            events.changed(job);
            if (closed) {
                cancellation.cancel();
            }
            List<Instance> wanted = database.read(sql -> new InstanceTable(sql).imagesOf(job.studyInstanceUid(), job.revision()));
            String node = database.read(sql -> new JobTable(sql).node(job.id()));
            if (wanted.size() != job.images()) {
                acceptance.failure(job, JobState.CANCELLED, Acceptance.REPLACED);
                return;
            }
            try (BorrowedImages borrowed = images.of(job, wanted, cancellation)) {
                if (node.equals(database.node())) {
                    score(job, borrowed.files(), cancellation);
                } else {
                    scoreFor(node, job, borrowed, cancellation);
                }
            }
        } catch (DatabaseException e) {
            throw e;
        } catch (UnreachableNodeException e) {
            LOG.warn("job {} waits again: {}", job.id(), e.getMessage(), e);
            acceptance.release(job, Sentence.of(e.getMessage()));
        } catch (RefusedResultException e) {
            LOG.error("job {} has no result", job.id(), e);
            acceptance.failure(job, JobState.NEEDS_ATTENTION, e.getMessage());
        } catch (IOException e) {
            LOG.error("job {} has no result", job.id(), e);
            acceptance.failure(job, JobState.NEEDS_ATTENTION, FileFailure.sentence(e));
        } catch (CancellationException e) {
            if (closed) {
                acceptance.release(job, "");
            } else if (!cancellation.cancelled()) {
                LOG.error("job {} was interrupted", job.id(), e);
                acceptance.failure(job, JobState.NEEDS_ATTENTION, "The scoring was interrupted; the log has the details.");
            }
        } finally {
            attempts.end(job);
        }
    }

    private void score(Job job, List<Path> files, Cancellation cancellation) throws IOException {
        Path target = results.resolve(job.studyInstanceUid());
        ExistingResult existing = existing(job, files, target);
        if (existing.state() == ExistingResult.State.CURRENT && existing.reason().isEmpty()) {
            acceptance.result(job, target, existing.noSpine().orElse(""), () -> { });
            return;
        }
        boolean changedByHand = existing.state() == ExistingResult.State.CHANGED || existing.state() == ExistingResult.State.CURRENT;
        try (AtomicFolder fresh = AtomicFolder.insteadOf(target)) {
            Outcome outcome = run.score(job.studyInstanceUid(), files, fresh.staging(), predecessor(job), progress(job), cancellation);
            if (outcome.failure().isPresent()) {
                acceptance.failure(job, outcome.failure().get(), outcome.reason());
            } else {
                acceptance.result(job, fresh.staging(), outcome.reason(), changedByHand ? fresh::publishKeepingOld : fresh::publish);
            }
        }
    }

    /** The result goes to the node that has received the job. */
    private void scoreFor(String node, Job job, BorrowedImages borrowed, Cancellation cancellation) throws IOException {
        Path result = Files.createDirectories(borrowed.folder().resolve("result"));
        Outcome outcome = run.score(job.studyInstanceUid(), borrowed.files(), result, predecessor(job), progress(job), cancellation);
        if (outcome.failure().isPresent()) {
            acceptance.failure(job, outcome.failure().get(), outcome.reason());
        } else {
            back.give(job, node, result, outcome.reason(), borrowed.folder(), cancellation);
        }
    }

    /** The result in whose place that of the job will come. */
    private Optional<Predecessor> predecessor(Job job) throws IOException {
        return database.<Optional<Predecessor>, RuntimeException>read(sql -> new RunTable(sql).predecessor(job));
    }

    /** What cannot be told is found out again, and told, when the study is scored. */
    private ExistingResult existing(Job job, List<Path> files, Path target) {
        try {
            return run.existing(job.studyInstanceUid(), files, target);
        } catch (UnusableInputException | UnavailableException | IOException | RuntimeException e) {
            LOG.debug("whether job {} has a result already cannot be told", job.id(), e);
            return new ExistingResult(ExistingResult.State.NONE, "");
        }
    }

    private Progress progress(Job job) {
        return new Progress() {
            private String told = "";

            @Override
            public synchronized void at(String step, double done) {
                if (!step.equals(told)) {
                    told = step;
                    events.step(job, step);
                }
            }
        };
    }
}
