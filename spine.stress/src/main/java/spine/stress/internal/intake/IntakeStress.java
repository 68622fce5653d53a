package spine.stress.internal.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import spine.io.dimse.DicomNetwork;
import spine.io.dimse.RemoteNode;
import spine.stress.internal.bundle.ModelJars;
import spine.stress.internal.home.Journal;
import spine.stress.internal.home.Models;

/** Studies come in from the network until all were sent and scored, whatever happens meanwhile; then it is checked what became of them. */
final class IntakeStress {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Longer than anything may take that is retried: leases end after a minute. */
    private static final long STANDSTILL_MINUTES = 4;
    private static final long LOOK_MILLIS = 1000;
    private static final int LOOKS_A_LINE = 30;

    private final Path root;
    private final IntakePlan plan;
    private final DicomNetwork network;
    private final SmallStudies studies;
    private final Archive archive;
    private final Platforms platforms;
    private final Models models;
    private final JobList jobs;
    private final SentStudies sent = new SentStudies();
    private final ArchiveLog log;
    private final Consumer<String> out;

    /**
     * @param root folder for everything
     * @param launcher the script that users call
     * @param jars versions of the oedema model
     * @param out takes one line after the other
     */
    IntakeStress(Path root, IntakePlan plan, Path launcher, ModelJars jars, DicomNetwork network, SmallStudies studies,
            Optional<PostgresServer> database, Consumer<String> out) throws IOException {
        this.root = root;
        this.plan = plan;
        this.network = network;
        this.studies = studies;
        this.archive = new Archive(root.resolve("archive"));
        this.platforms = new Platforms(root, launcher, plan, archive, database);
        this.models = new Models(platforms.front(), jars);
        this.jobs = new JobList(platforms.front());
        this.log = new ArchiveLog(archive.log());
        this.out = out;
    }

    /** @return whether everything held */
    boolean run() throws Exception {
        try (Journal journal = new Journal(root.resolve("events.log"), out)) {
            archive.start();
            platforms.start();
            jobs.awaitQueue();
            Thread notes = start("notes of the archive", log);
            List<Thread> busy = new ArrayList<>();
            AtomicInteger next = new AtomicInteger();
            for (int i = 1; i <= plan.senders(); i++) {
                RemoteNode node = new RemoteNode("127.0.0.1", platforms.port(), "SPINE", "MODALITY" + i, Optional.empty(), PATIENCE);
                busy.add(start("sender-" + i, new Sender(i, plan, network, node, studies, next, sent, log)));
            }
            busy.add(start("disturbances", new Disturbances(plan, root, platforms, archive, models, jobs, sent, log,
                    journal)));
            settle(busy, journal);
            notes.interrupt();
            notes.join();
            return verdict(journal);
        } finally {
            platforms.kill();
            archive.stop();
        }
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Returns when all is sent, and nothing is left in the queue; or when nothing happens any more. */
    private void settle(List<Thread> busy, Journal journal) throws IOException, InterruptedException {
        long moved = System.nanoTime();
        String before = "";
        for (int look = 1;; look++) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            boolean sending = busy.stream().anyMatch(Thread::isAlive);
            if (!sending && platforms.receiving().isAlive() && jobs.open().isEmpty()) {
                return;
            }
            if (look % LOOKS_A_LINE == 0) {
                out.accept(progress());
            }
            String now = sent.images() + " " + log.lines() + " " + journal.counts();
            if (!now.equals(before)) {
                before = now;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > TimeUnit.MINUTES.toNanos(STANDSTILL_MINUTES)) {
                journal.note("E", "end", 0, "", List.of("nothing has happened for " + STANDSTILL_MINUTES + " minutes; " + progress()));
                busy.forEach(Thread::interrupt);
                return;
            }
        }
    }

    private String progress() {
        return sent.begun() + " of " + plan.studies() + " studies begun, " + log.studies() + " with a result, " + sent.images()
                + " images acknowledged";
    }

    private boolean verdict(Journal journal) throws IOException, InterruptedException {
        sent.refused().forEach(sentence -> journal.note("S", "sender", 0, "", List.of(sentence)));
        Promises promises = new Promises(platforms.results(), archive, log, jobs.all());
        Map<String, List<String>> broken = promises.check(sent.all());
        Figures figures = new Figures(sent, log);
        figures.write(root.resolve("studies.csv"), promises, broken);
        broken.forEach((study, sentences) -> sentences.forEach(sentence -> out.accept("NOT HELD, study " + study + ": " + sentence + ".")));
        journal.counts().forEach(out);
        figures.lines().forEach(out);
        if (plan.swaps() > 0) {
            out.accept("kinds of studies on which the two kinds of models differ " + promises.versionsToldApart());
        }
        out.accept("every study: " + root.resolve("studies.csv") + ", every event: " + root.resolve("events.log"));
        boolean complete = sent.all().size() == plan.studies() && sent.all().stream().allMatch(SentStudies.Sent::isComplete);
        boolean held = broken.isEmpty() && journal.broken().isEmpty() && complete;
        out.accept(held ? "held: " + plan.studies() + " studies" : "NOT held: " + broken.size() + " of " + sent.all().size()
                + " studies, and " + journal.broken().size() + " events");
        return held;
    }
}
