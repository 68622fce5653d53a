package spine.io.dimse.tck.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The programs of dcmtk, as independent peers. */
public final class Dcmtk {
    private static final Path PROGRAMS = Path.of("/usr/bin");

    private Dcmtk() {
    }

    /** Skips the test where they are not installed. */
    public static void require() {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAMS.resolve("storescu")), "dcmtk is not installed, its programs are no peers");
    }

    /** Runs one to its end. */
    public static int run(Path log, String program, Object... arguments) throws Exception {
        Process process = start(log, program, arguments);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(program + " does not end");
        }
        return process.exitValue();
    }

    /** Runs one to its end, which must be a good one. */
    public static void succeed(Path log, String program, Object... arguments) throws Exception {
        assertEquals(0, run(log, program, arguments), () -> program + ": " + text(log));
    }

    private static Process start(Path log, String name, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAMS.resolve(name).toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // Otherwise each object costs 40 ms of Nagle's algorithm and delayed acknowledgements.
        program.environment().put("TCP_NODELAY", "1");
        return program.start();
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** A program that listens, until it is closed. */
    public record Receiver(int port, Process process) implements Closeable {

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    /** A storescp that stores below a folder, until it is closed. */
    public static Receiver storescp(Path folder, Object... options) throws Exception {
        int port = freePort();
        List<Object> arguments = new ArrayList<>(List.of("-od", folder));
        arguments.addAll(List.of(options));
        arguments.add(port);
        return listening(port, start(folder.resolveSibling(folder.getFileName() + ".log"), "storescp", arguments.toArray()), "storescp");
    }

    /**
     * A dcmqrscp, an archive with the AE title THERE, until it is closed.
     *
     * @param peer port of the node that it knows by the title HERE
     */
    public static Receiver dcmqrscp(Path folder, int peer, Object... options) throws Exception {
        int port = freePort();
        Path settings = Files.writeString(folder.resolve("dcmqrscp.cfg"), """
                NetworkTCPPort = %d
                MaxPDUSize = 16384
                MaxAssociations = 16
                HostTable BEGIN
                here = (HERE, localhost, %d)
                HostTable END
                VendorTable BEGIN
                VendorTable END
                AETable BEGIN
                THERE %s RW (20, 1024mb) ANY
                AETable END
                """.formatted(port, peer, Files.createDirectory(folder.resolve("archive"))));
        List<Object> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-c", settings));
        return listening(port, start(folder.resolve("dcmqrscp.log"), "dcmqrscp", arguments.toArray()), "dcmqrscp");
    }

    private static Receiver listening(int port, Process process, String name) throws Exception {
        Receiver receiver = new Receiver(port, process);
        for (int i = 0; i < 100; i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return receiver;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        receiver.close();
        throw new AssertionError(name + " does not listen");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
