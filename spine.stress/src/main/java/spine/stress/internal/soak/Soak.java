package spine.stress.internal.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import spine.stress.internal.bundle.ModelJars;
import spine.stress.internal.home.Event;
import spine.stress.internal.home.HomeProcesses;
import spine.stress.internal.home.Journal;
import spine.stress.internal.home.Launcher;
import spine.stress.internal.home.Models;
import spine.stress.internal.home.Said;
import spine.stress.internal.home.Server;

/**
 * A soak: a home of its own, good studies and what they look like when nothing disturbs, then two lanes of events at once until the time
 * is over, and at last a look at what is left.
 */
final class Soak {
    /** More than an index of the platform needs on a loaded machine; one that loops costs that long. */
    private static final int INDEX_SECONDS = 20;

    private final Path root;
    private final long seed;
    private final Consumer<String> out;
    private final Launcher launcher;
    private final HomeProcesses processes;
    private final Server server;
    private final BundleGate gate;
    private final Models models;

    /**
     * @param root an empty folder
     * @param launcher the script that users call
     * @param jars versions of the oedema model
     * @param out takes one line after the other
     */
    Soak(Path root, long seed, Path launcher, ModelJars jars, Consumer<String> out) throws IOException {
        this.root = root;
        this.seed = seed;
        this.out = out;
        this.launcher = new Launcher(launcher, root.resolve("home"), Files.createDirectories(root.resolve("said")));
        this.processes = new HomeProcesses(root.resolve("home"));
        this.server = new Server(this.launcher);
        this.gate = new BundleGate(this.launcher);
        this.models = new Models(this.launcher, jars);
    }

    /**
     * @param studies how many good ones, above 0
     * @param time for the events
     * @param only the one event to run, such as {@code B17}; empty for all
     * @return whether everything held
     */
    boolean run(int studies, Duration time, String only) throws Exception {
        // A soak that is ended leaves nothing running.
        Runtime.getRuntime().addShutdownHook(
                new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
        Path log = root.resolve("events.log");
        try (Journal journal = new Journal(log, out)) {
            GoodStudies good = prepare(studies, journal);
            MemoryWatch memory = new MemoryWatch(processes);
            Thread watch = new Thread(memory, "resident memory");
            watch.setDaemon(true);
            watch.start();
            List<Lane> lanes = List.of(new Lane("B", seed, root.resolve("events"), journal, new BatchEvents(launcher, good, gate, journal)),
                    new Lane("P", seed, root.resolve("events"), journal,
                            new PlatformEvents(launcher, server, good, models, gate, journal)));
            long end = System.nanoTime() + time.toNanos();
            ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
            List<Future<?>> running = new ArrayList<>();
            for (Lane lane : lanes) {
                if (only.isEmpty()) {
                    running.add(threads.submit(() -> lane.run(() -> System.nanoTime() < end)));
                } else if (only.startsWith(lane.letter())) {
                    running.add(threads.submit(() -> lane.run(Integer.parseInt(only.substring(1)))));
                }
            }
            for (Future<?> lane : running) {
                lane.get();
            }
            threads.shutdown();
            watch.interrupt();
            watch.join();
            new Lane("E", seed, root.resolve("events"), journal, event -> end(good, memory, journal, event)).run(1);
            return summary(journal, log);
        } finally {
            if (server.isAlive()) {
                server.kill();
            }
        }
    }

    private boolean summary(Journal journal, Path log) {
        journal.counts().forEach(out);
        out.accept("every event: " + log);
        boolean held = journal.broken().isEmpty();
        out.accept(held ? "held"
                : "NOT held: " + journal.broken().size() + " times; the files of these events are kept in " + root.resolve("events"));
        return held;
    }

    private GoodStudies prepare(int count, Journal journal) throws Exception {
        out.accept("seed " + seed + ", " + count + " good studies, all in " + root);
        Path conf = Files.createDirectories(launcher.home().resolve("conf"));
        Files.writeString(conf.resolve("spine.app.cfg"), "index.seconds = " + INDEX_SECONDS + "\n");
        Path folder = root.resolve("studies");
        done(launcher.run("--quiet", "phantom", "--profile", "shift", "--n", Integer.toString(count), "--seed", Long.toString(seed),
                "--out", folder.toString()));
        done(launcher.run("--quiet", "sign", "--new-key"));
        GoodStudies good = new GoodStudies(folder);
        good.learn(quiet(good, "quiet"));
        Event begin = new Event("begin", new Random(seed), Files.createDirectories(root.resolve("begin")));
        Path jar = models.next(begin.folder());
        gate.expectAccepted(jar, jar.getFileName().toString(), begin);
        models.accepted(jar, begin);
        good.learn(quiet(good, "quiet-other-model"));
        begin.note("the two kinds of models differ on " + good.tellVersionsApart() + " studies");
        begin.expect(good.tellVersionsApart() > 0, "the two kinds of models do not differ, so mixed reports could not be seen");
        server.start();
        journal.note("begin", "begin", 0, begin.what(), begin.notHeld());
        return good;
    }

    /** @return the results of a batch that nothing disturbs */
    private Path quiet(GoodStudies good, String name) throws IOException, InterruptedException {
        done(launcher.run(command(good, root.resolve(name))));
        return root.resolve(name);
    }

    private static List<String> command(GoodStudies good, Path results) {
        List<String> command = new ArrayList<>(List.of("--quiet", "score", "--format", "json,csv", "--out", results.toString()));
        good.all().forEach(study -> command.add(study.folder().toString()));
        return command;
    }

    private String end(GoodStudies good, MemoryWatch memory, Journal journal, Event event) throws Exception {
        server.start();
        models.removeAll(event);
        server.terminate(event);
        Said audit = launcher.run("audit", "verify");
        event.expect(audit.exitCode() == 0, "the audit log does not verify: " + audit.line());
        event.expect(processes.list().isEmpty(), "there are processes left: " + processes.list());
        Leftovers.expectNoneOfHome(launcher.home(), event);
        Path again = root.resolve("quiet-again");
        new BatchOutput(good, journal).expectComplete(launcher.run(command(good, again)), again, good.all(), List.of(), event);
        memory.check(event);
        event.note("the home has " + Leftovers.megabytes(launcher.home()) + " MB");
        out.accept(event.what());
        return "end";
    }

    private static void done(Said said) {
        if (said.exitCode() != 0) {
            throw new IllegalStateException("the soak cannot begin: " + said.line());
        }
    }
}
