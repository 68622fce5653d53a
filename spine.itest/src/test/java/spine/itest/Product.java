package spine.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged application in a process of its own, with a home of its own. */
final class Product {
    private static final long PATIENCE_MINUTES = 6;

    private final Path home;
    private final String jar;
    private final String name;

    Product(Path home) throws IOException {
        this(home, System.getProperty("it.app"));
    }

    /** @param jar the delivered run set, or one that is more than it */
    Product(Path home, String jar) throws IOException {
        this(home, jar, "");
    }

    private Product(Path home, String jar, String name) throws IOException {
        this.home = home;
        this.jar = jar;
        this.name = name;
        Files.createDirectories(deploy());
        Files.createDirectories(workingFolder());
        Files.createDirectories(temporaryFolder());
    }

    /** The same home for a process that runs at the same time. */
    Product beside(String other) throws IOException {
        return new Product(home, jar, other + "-");
    }

    Path home() {
        return home;
    }

    Path deploy() {
        return home.resolve("deploy");
    }

    /** Where the process works, a folder that is not its home. */
    Path workingFolder() {
        return home.resolveSibling("working");
    }

    /** Where the process puts what is temporary. */
    Path temporaryFolder() {
        return home.resolveSibling("temporary");
    }

    /** What a command printed, what it said besides, and its exit code. */
    record Outcome(String out, String errors, int exitCode) {
        String said() {
            return out + errors;
        }
    }

    /** The command line of a process, for whoever starts it; it works in any folder. */
    List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g",
                "-Djava.io.tmpdir=" + temporaryFolder(), "-Dspine.home=" + home, "-Dlaunch.keep=true",
                "-Dlaunch.storage.dir=" + home.resolve(name + "storage"),
                "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"), "-jar", jar));
        command.addAll(List.of(arguments));
        return command;
    }

    Process start(String... arguments) throws IOException {
        return new ProcessBuilder(command(arguments)).directory(workingFolder().toFile()).redirectOutput(out().toFile())
                .redirectError(errors().toFile()).start();
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", arguments) + " does not end");
        }
        return outcome(process);
    }

    /** @param process has ended */
    Outcome outcome(Process process) throws IOException {
        return new Outcome(Files.readString(out()), Files.readString(errors()), process.exitValue());
    }

    private Path out() {
        return home.resolve(name + "out.txt");
    }

    private Path errors() {
        return home.resolve(name + "err.txt");
    }

    /** What the process that ran last has noted so far. */
    String log(Process process) throws IOException {
        Path log = home.resolve("log").resolve("spine-" + process.pid() + ".log");
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
