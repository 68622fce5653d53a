package spine.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An environment without Maven, compiler or locale: a Java runtime, and of the system's tools those alone that the launcher may use. */
final class BareMachine {
    /** As docs/install.md names them. */
    private static final String MODULES =
            "java.se,jdk.charsets,jdk.crypto.ec,jdk.jartool,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs";
    private static final List<String> TOOLS =
            List.of("sh", "cat", "cksum", "dirname", "ls", "mkdir", "od", "readlink", "rm", "uname");

    private final Path tools;
    private final Path runtime;
    private final Path home;
    private final Path folder;
    private Path launcher;

    BareMachine(Path work) throws Exception {
        tools = Files.createDirectory(work.resolve("bin"));
        for (String tool : TOOLS) {
            Path there = Path.of("/bin", tool);
            Files.createSymbolicLink(tools.resolve(tool), Files.exists(there) ? there : Path.of("/usr/bin", tool));
        }
        home = Files.createDirectory(work.resolve("home"));
        folder = Files.createDirectory(work.resolve("working"));
        runtime = work.resolve("runtime");
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        Outcome linked = end(new ProcessBuilder(jlink.toString(), "--add-modules", MODULES, "--strip-debug",
                "--no-header-files", "--no-man-pages", "--output", runtime.toString()));
        assertEquals(0, linked.exitCode(), linked.said());
    }

    void install(Path file) {
        launcher = file;
    }

    Path home() {
        return home;
    }

    /** Where commands begin. */
    Path folder() {
        return folder;
    }

    Outcome spine(String... arguments) throws Exception {
        return outcome(start(arguments));
    }

    Process start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JAVA_HOME", runtime.toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Outcome end(ProcessBuilder builder) throws Exception {
        return outcome(builder.redirectErrorStream(true).start());
    }

    static Outcome outcome(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(said, process.waitFor());
    }

    /** What a process printed, errors among it, and its exit code. */
    record Outcome(String said, int exitCode) {
    }
}
