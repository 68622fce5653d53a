package spine.stress.internal.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts commands in processes of their own by the launcher, all on one home. For several threads. */
public final class Launcher {
    private static final long PATIENCE_MINUTES = 10;
    private static final String HOME = "SPINE_HOME";
    /** Where the key lies that signs bundles: not that of the user. */
    private static final String KEYS = "SPINE_KEYS";

    private final Path launcher;
    private final Path home;
    private final Path work;
    private final AtomicInteger count = new AtomicInteger();

    /** @param work a folder for what the commands say */
    public Launcher(Path launcher, Path home, Path work) {
        this.launcher = launcher;
        this.home = home;
        this.work = work;
    }

    public Path home() {
        return home;
    }

    /** A command that was started. */
    public record Started(Process process, Path out, Path errors) {

        /** Ends it at once, wherever it is. */
        public void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        /** @throws IllegalStateException if it does not end within ten minutes; it is then killed */
        public Said await() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                kill();
                throw new IllegalStateException("a command did not end within " + PATIENCE_MINUTES + " minutes");
            }
            return said();
        }

        /** Of a process that has ended. */
        public Said said() throws IOException {
            // Not as UTF-8: what a hostile study makes it print need not be.
            return new Said(Files.readString(out, StandardCharsets.ISO_8859_1), Files.readString(errors, StandardCharsets.ISO_8859_1),
                    process.exitValue());
        }
    }

    public Said run(String... arguments) throws IOException, InterruptedException {
        return start("", arguments).await();
    }

    public Said run(List<String> arguments) throws IOException, InterruptedException {
        return run(arguments.toArray(String[]::new));
    }

    /** @param input what the process reads */
    public Started start(String input, String... arguments) throws IOException {
        int number = count.incrementAndGet();
        Path in = Files.writeString(work.resolve(number + ".in"), input);
        Path out = work.resolve(number + ".out");
        Path errors = work.resolve(number + ".err");
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(in.toFile()).redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().put(HOME, home.toString());
        builder.environment().put(KEYS, home.resolveSibling("keys").toString());
        return new Started(builder.start(), out, errors);
    }
}
