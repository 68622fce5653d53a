package spine.stress.internal.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import spine.common.file.FileTree;

/** A server of PostgreSQL on the loopback address, in a folder of its own; only where Debian's package is installed. */
final class PostgresServer implements AutoCloseable {
    private static final String USER = "spine";
    private static final String PASSWORD = "only-for-this-run";
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final long PATIENCE_SECONDS = 60;
    private static final long LOOK_MILLIS = 100;

    private final Path folder;
    private final int port;
    private final Process process;

    /** Returns when it takes connections. */
    PostgresServer() throws IOException, InterruptedException {
        // Not in the folder of the run: the user of the server has to reach it.
        this.folder = Files.createTempDirectory("spine-stress-postgres");
        this.port = Archive.freePort();
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        Path data = folder.resolve("data");
        run(program("initdb", "-D", data.toString(), "-U", USER, "-A", "scram-sha-256", "--pwfile", password.toString(), "-E", "UTF8",
                "--no-locale"));
        this.process = builder(program("postgres", "-D", data.toString(), "-p", Integer.toString(port), "-c",
                "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=" + folder)).start();
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS); !answers();) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("PostgreSQL does not start; it says why in " + log() + ".");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    static boolean isInstalled() {
        return programs().isPresent();
    }

    /** Makes a platform with this configuration folder use it. */
    String settings(Path conf) throws IOException {
        Path password = conf.resolve("jdbc.password");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, PASSWORD + "\n");
        return "jdbc.url = jdbc:postgresql://127.0.0.1:" + port + "/postgres\njdbc.user = " + USER + "\njdbc.password.file = "
                + password.getFileName() + "\n";
    }

    @Override
    public void close() throws IOException {
        try {
            run(program("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop"));
        } catch (InterruptedException end) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        FileTree.delete(folder);
    }

    private boolean answers() throws IOException, InterruptedException {
        return builder(program("pg_isready", "-h", "127.0.0.1", "-p", Integer.toString(port))).start().waitFor() == 0;
    }

    /** As the user that Debian has for it: the server refuses to run as root. */
    private static List<String> program(String name, String... arguments) {
        List<String> command = new ArrayList<>(isRoot()
                ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups") : List.of());
        command.add(programs().orElseThrow().resolve(name).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process ran = builder(command).start();
        if (!ran.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || ran.exitValue() != 0) {
            ran.destroyForcibly();
            throw new IOException(command.get(command.size() > 4 ? 4 : 0) + " failed: " + Files.readString(log()));
        }
    }

    private ProcessBuilder builder(List<String> command) {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .directory(folder.toFile());
    }

    private Path log() {
        return folder.resolve("log");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Optional<Path> programs() {
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin")).filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
