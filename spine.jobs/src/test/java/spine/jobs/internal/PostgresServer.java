package spine.jobs.internal;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import spine.common.file.FileTree;

/** A server of PostgreSQL on the loopback address, in a folder of its own, for this process; only where Debian's package is installed. */
final class PostgresServer {
    static final String USER = "spine";
    static final String PASSWORD = "only-of-this-test";
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static PostgresServer running;

    private final Path folder;
    private final int port;

    private PostgresServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static boolean isInstalled() {
        return programs().isPresent();
    }

    /** The same for all tests of the process. */
    static synchronized PostgresServer get() throws Exception {
        if (running == null) {
            running = start();
        }
        return running;
    }

    private static PostgresServer start() throws Exception {
        Path folder = Files.createTempDirectory("spine-postgres");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        PostgresServer server = new PostgresServer(folder, port);
        server.program("initdb", "-D", folder.resolve("data").toString(), "-U", USER, "-A", "scram-sha-256", "--pwfile",
                password.toString(), "-E", "UTF8", "--no-locale");
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        server.goOn();
        return server;
    }

    /** As a crash: without a word to those who are connected. */
    void pause() throws IOException, InterruptedException {
        program("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
    }

    void goOn() throws IOException, InterruptedException {
        program("pg_ctl", "-D", folder.resolve("data").toString(), "-l", folder.resolve("log").toString(), "-w", "-o",
                // Only processes end here, never the machine: the files of all databases need not go to the disk before it goes on.
                "-p " + port + " -c fsync=off -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder, "start");
    }

    private void stop() {
        try {
            pause();
            FileTree.delete(folder);
        } catch (IOException | InterruptedException ending) {
            // Nothing can be done about it any more.
        }
    }

    /** A new and empty database. */
    String database() throws SQLException {
        String name = "jobs" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return url(name);
    }

    /** A new database with what another has, by way of the tools that an administrator uses. */
    String copyOf(String url) throws SQLException, IOException, InterruptedException {
        String copy = database();
        Path dump = folder.resolve("dump");
        program("pg_dump", "-Fc", "-f", dump.toString(), "-d", uri(url));
        program("pg_restore", "-d", uri(copy), dump.toString());
        return copy;
    }

    private static String uri(String url) {
        return url.replace("jdbc:postgresql://", "postgresql://" + USER + ":" + PASSWORD + "@");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** As the user that Debian has for it: the server refuses to run as root. */
    void program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(isRoot()
                ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups") : List.of());
        command.add(programs().orElseThrow().resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("spine-postgres", ".out");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
                .directory(new File("/")).start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        String said = Files.readString(output);
        Files.delete(output);
        if (!ended || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
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
