package spine.jobs.internal;

import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.comparison.PatientTimeline;
import spine.api.delivery.Destination;
import spine.api.intake.Intake;
import spine.api.intake.StudyArchive;
import spine.api.job.Job;
import spine.api.job.Jobs;
import spine.api.job.WorkerDoor;
import spine.api.service.SpineScoring;
import spine.common.file.AtomicFolder;
import spine.common.install.HomePermissions;
import spine.common.install.InstallPaths;
import spine.dicom.DicomCodec;
import spine.io.dicomweb.DicomWeb;
import spine.jobs.internal.delivery.Outbox;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.node.Adoption;
import spine.jobs.internal.node.ImageFetch;
import spine.jobs.internal.node.Peers;
import spine.jobs.internal.node.Registration;
import spine.jobs.internal.spool.Archive;
import spine.jobs.internal.spool.Completion;
import spine.jobs.internal.spool.Reception;
import spine.jobs.internal.spool.ReplacedResults;
import spine.jobs.internal.spool.Retention;
import spine.jobs.internal.spool.SpoolCheck;
import spine.jobs.internal.spool.SpoolFolder;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.work.Acceptance;
import spine.jobs.internal.work.Attempts;
import spine.jobs.internal.work.Comparisons;
import spine.jobs.internal.work.GivenResults;
import spine.jobs.internal.work.WorkerPool;
import spine.runtime.StudyFinder;

/** The queue on an open database, from the first image to the last delivery. Closed, it leaves nothing half done. */
final class OpenQueue implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenQueue.class);
    private static final int COMPLETION_MILLIS = 1000;
    private static final int BEAT_MILLIS = 2000;
    private static final int RETENTION_MINUTES = 10;
    private static final int REPLACED_MILLIS = 5000;

    private final Database database;
    private final ScheduledExecutorService clock = thread("jobs-clock");
    private final ScheduledExecutorService telling = thread("jobs-events");
    private final JobEvents events;
    private final Outbox outbox;
    private final WorkerPool pool;
    private final Attempts attempts;
    private final Registration registration;
    private final GivenResults given;
    private final Reception reception;
    private final Archive archive;
    private final JobsService jobs;
    private final Comparisons comparisons;

    /**
     * @param database is closed by the queue, also if this fails
     * @param web reaches other nodes
     * @param door by which others reach this one, as it is then
     */
    OpenQueue(Database database, InstallPaths paths, QueueRules rules, DicomCodec codec, DicomWeb web,
            Supplier<Optional<WorkerDoor>> door) throws IOException {
        this.database = database;
        try {
            String host = host();
            String process = process(host);
            this.events = new JobEvents(database, this::stopUnwanted, telling);
            HomePermissions.createPrivateFolder(paths.results());
            SpoolFolder spool = new SpoolFolder(paths.spool(), rules.bounds());
            this.outbox = new Outbox(database, paths.results(), codec, rules.retries(), process, events);
            this.comparisons = new Comparisons(database, spool, paths.results(), events);
            Acceptance acceptance = new Acceptance(database, codec, outbox, events, comparisons::add);
            this.given = new GivenResults(database, paths.results(), rules.bounds(), codec, acceptance);
            Peers peers = new Peers(host, System::nanoTime);
            this.pool = new WorkerPool(database, paths.results(), process, peers,
                    new ImageFetch(database, spool, paths.borrowed(), codec, web, peers), acceptance, events);
            this.attempts = new Attempts(database, rules.silentMillis(), events, pool::wake);
            Completion completion = new Completion(database, rules.quietMillis(), events, pool::wake);
            this.reception = new Reception(database, spool, rules.bounds(), codec, events, completion);
            this.archive = new Archive(database, spool, paths.results(), comparisons::doubts);
            this.jobs = new JobsService(database, events, () -> {
                pool.wake();
                outbox.wake();
            });
            ReplacedResults replaced = new ReplacedResults(database, paths.results());
            if (!database.isEmbedded()) {
                // Before anybody takes a folder that is here for the result of a platform that does not serve now.
                replaced.takeAway();
            }
            new Adoption(database, spool, paths.results()).run();
            this.registration = new Registration(database, host, process, rules.workers(), rules.silentMillis(), door);
            new SpoolCheck(database, spool, reception).run();
            if (database.isEmbedded()) {
                AtomicFolder.removeLeftovers(paths.results());
                Path comparisonFolder = paths.results().resolve(PatientTimeline.FOLDER);
                if (Files.isDirectory(comparisonFolder)) {
                    AtomicFolder.removeLeftovers(comparisonFolder);
                }
                attempts.takeOverAll();
                outbox.takeOverAll();
            }
            Retention retention = new Retention(database, spool, paths.results(), rules.imageDays(), rules.resultDays());
            registration.beat();
            repeat(completion::run, COMPLETION_MILLIS);
            repeat(this::beat, BEAT_MILLIS);
            repeat(() -> {
                if (retention.run()) {
                    comparisons.removed();
                }
            }, TimeUnit.MINUTES.toMillis(RETENTION_MINUTES));
            if (!database.isEmbedded()) {
                repeat(() -> {
                    if (replaced.takeAway()) {
                        comparisons.removed();
                    }
                }, REPLACED_MILLIS);
            }
        } catch (IOException | RuntimeException e) {
            clock.shutdownNow();
            telling.shutdownNow();
            database.close();
            throw e;
        }
    }

    /** Begins to score. */
    void score(QueueRules rules, StudyFinder studies, SpineScoring scoring) {
        pool.start(rules.workers(), studies, scoring, rules.scoring(), attempts);
    }

    /** Begins to compare results with the earlier ones of their patients, if that is wanted. */
    void compare(Supplier<Optional<PatientTimeline>> timeline, boolean wanted) {
        if (wanted && !database.isEmbedded()) {
            LOG.info("results are compared with those that this platform has received itself, not with those of others on the database");
        }
        comparisons.start(timeline, wanted);
    }

    Jobs jobs() {
        return jobs;
    }

    Intake intake() {
        return reception;
    }

    StudyArchive archive() {
        return archive;
    }

    /** What other nodes have scored for this one. */
    GivenResults given() {
        return given;
    }

    void add(Destination destination) {
        outbox.add(destination);
    }

    void remove(Destination destination) {
        outbox.remove(destination);
    }

    private void stopUnwanted(Job job) {
        attempts.changed(job);
        outbox.changed(job);
    }

    private void beat() throws IOException {
        attempts.beat();
        outbox.beat();
        registration.beat();
        outbox.look();
    }

    /** What is done again and again. */
    @FunctionalInterface
    private interface Duty {
        void run() throws IOException;
    }

    private void repeat(Duty duty, long millis) {
        clock.scheduleWithFixedDelay(() -> {
            try {
                duty.run();
            } catch (IOException | RuntimeException e) {
                LOG.error("the jobs cannot be looked after at the moment", e);
            }
        }, millis, millis, TimeUnit.MILLISECONDS);
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Host, number of the process, and when it began: unique among those that share a database. */
    private static String process(String host) {
        long began = ManagementFactory.getRuntimeMXBean().getStartTime();
        return host + ":" + ProcessHandle.current().pid() + ":" + Long.toString(began, Character.MAX_RADIX);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    @Override
    public void close() throws IOException {
        outbox.close();
        attempts.stop();
        pool.close();
        comparisons.close();
        for (ScheduledExecutorService thread : List.of(clock, telling)) {
            thread.shutdown();
            try {
                thread.awaitTermination(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        try {
            registration.end();
        } finally {
            database.close();
        }
    }
}
