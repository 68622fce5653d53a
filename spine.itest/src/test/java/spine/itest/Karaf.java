package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** An Apache Karaf in a process of its own, told what to do through its remote shell as an operator would. */
final class Karaf implements AutoCloseable {
    private static final String USER = "operator";
    private static final long PATIENCE_SECONDS = 900;

    private final String password = UUID.randomUUID().toString();
    private final Path home;
    private final Process process;

    /** @param home an unpacked distribution that was never started */
    Karaf(Path home) throws IOException {
        this.home = home;
        append("users.properties", USER + " = " + password + ",_g_:admingroup",
                "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh");
        append("org.apache.karaf.shell.cfg", "sshHost = 127.0.0.1", "sshPort = " + freePort());
        append("org.apache.karaf.management.cfg", "rmiRegistryPort = " + freePort(), "rmiServerPort = " + freePort());
        this.process = script("karaf", List.of("daemon"), home.resolve("process.txt"));
    }

    /** Returns when the console answers. */
    void await() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Path answer = home.resolve("answer.txt");
        while (client("feature:list", answer) != 0) {
            assertTrue("Karaf does not come up, see " + home, process.isAlive() && System.nanoTime() < deadline);
            Thread.sleep(1000);
        }
    }

    /** Runs one line in the console and returns what it printed; a line that fails fails the test. */
    String run(String line) throws Exception {
        Path answer = home.resolve("answer.txt");
        int exit = client(line, answer);
        assertEquals(line + ": " + Files.readString(answer), 0, exit);
        return Files.readString(answer);
    }

    /** Stops the container as its own script does, and fails if it does not end by itself. */
    void stop() throws Exception {
        assertEquals(0, script("stop", List.of(), home.resolve("stop.txt")).waitFor());
        assertTrue("Karaf does not end", process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private int client(String line, Path answer) throws Exception {
        Process client = script("client", List.of("-u", USER, "-p", password, line), answer);
        if (!client.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            client.destroyForcibly();
            throw new AssertionError(line + " takes more than " + PATIENCE_SECONDS + " s");
        }
        return client.exitValue();
    }

    /** The input stays open: without one the client ends before it has asked anything. */
    private Process script(String name, List<String> arguments, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin").resolve(name).toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (name.equals("karaf")) {
            builder.environment().put("EXTRA_JAVA_OPTS", "-Xmx3g -Dorg.bytedeco.javacpp.cachedir="
                    + System.getProperty("org.bytedeco.javacpp.cachedir"));
        }
        return builder.start();
    }

    /** The later line of a properties file counts. */
    private void append(String file, String... lines) throws IOException {
        Files.write(home.resolve("etc").resolve(file), List.of(lines), StandardOpenOption.APPEND);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
