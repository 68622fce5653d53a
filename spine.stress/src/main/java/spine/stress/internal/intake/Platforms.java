package spine.stress.internal.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import spine.stress.internal.home.Launcher;
import spine.stress.internal.home.Server;

/** The serving processes: one that receives and scores, and perhaps another that scores only. Each has a home of its own. */
final class Platforms {
    static final String DESTINATION = "archive";
    /** Without an image for so long, a study is complete. */
    static final int QUIET_SECONDS = 2;
    /** After which the jobs of a process that is gone are taken over. */
    private static final int SILENT_SECONDS = 10;
    private static final String QUEUE = """
            study.quiet.seconds = %d
            silent.seconds = %d
            delivery.attempts = 1000
            delivery.first.seconds = 1
            delivery.longest.seconds = 5
            """;

    private final Path root;
    private final int port = Archive.freePort();
    private final Launcher front;
    private final Server receiving;
    private final Optional<Server> worker;

    /**
     * @param root folder for the homes
     * @param launcher the script that users call
     */
    Platforms(Path root, Path launcher, IntakePlan plan, Archive archive, Optional<PostgresServer> database) throws IOException {
        this.root = root;
        this.front = launcher(launcher, "home");
        configure("home", archive, database, "port = " + port + "\n");
        this.receiving = new Server(front);
        if (plan.workers() == 1) {
            this.worker = Optional.empty();
        } else {
            this.worker = Optional.of(new Server(launcher(launcher, "worker")));
            configure("worker", archive, database, "enabled = false\n");
            share("home");
            share("worker");
        }
    }

    private Launcher launcher(Path script, String home) throws IOException {
        return new Launcher(script, root.resolve(home), Files.createDirectories(root.resolve("said-" + home)));
    }

    private void configure(String home, Archive archive, Optional<PostgresServer> database, String listener) throws IOException {
        Path conf = Files.createDirectories(root.resolve(home).resolve("conf"));
        String address = database.isPresent() ? database.get().settings(conf) : "";
        Files.writeString(conf.resolve("spine.jobs.cfg"), QUEUE.formatted(QUIET_SECONDS, SILENT_SECONDS) + address);
        Files.writeString(conf.resolve("spine.listener.cfg"), listener);
        Files.writeString(conf.resolve("spine.web.cfg"), "port = " + Archive.freePort() + "\n");
        Files.writeString(conf.resolve("spine.destination~" + DESTINATION + ".cfg"),
                "address = 127.0.0.1:" + archive.dicomPort() + "\ntitle = ORTHANC\ncalling = SPINE\n");
    }

    /** Processes with one queue see the same files. */
    private void share(String home) throws IOException {
        for (String folder : List.of("spool", "results")) {
            Files.createSymbolicLink(root.resolve(home).resolve(folder), Files.createDirectories(root.resolve("shared").resolve(folder)));
        }
    }

    void start() throws IOException, InterruptedException {
        receiving.start();
        if (worker.isPresent()) {
            worker.get().start();
        }
    }

    /** The home of the process that receives. */
    Launcher front() {
        return front;
    }

    /** On the loopback address, of the process that receives. */
    int port() {
        return port;
    }

    Path results() {
        return front.home().resolve("results");
    }

    Server receiving() {
        return receiving;
    }

    Optional<Server> worker() {
        return worker;
    }

    void kill() throws InterruptedException {
        List<Server> all = new ArrayList<>(List.of(receiving));
        worker.ifPresent(all::add);
        for (Server one : all) {
            if (one.isAlive()) {
                one.kill();
            }
        }
    }
}
