package spine.app.internal.attach;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Has a command line run by the platform that serves this home. It needs no framework, and is tried by the launcher script before one is
 * started for the command.
 */
public final class AttachClient {
    /** Exit code: no platform serves this home, and nothing was done. */
    static final int NOT_SERVED = 9;
    private static final int FAILED = 1;
    private static final String SHELL = "shell";

    private final AttachFolder folder;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    AttachClient(AttachFolder folder, InputStream in, PrintStream out, PrintStream err) {
        this.folder = folder;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** The command line of the user. */
    public static void main(String[] arguments) {
        System.exit(new AttachClient(AttachFolder.ofThisHome(), System.in, System.out, System.err).run(arguments));
    }

    /** @return the exit code */
    int run(String... arguments) {
        boolean quiet = Arrays.asList(arguments).contains("--quiet");
        try {
            Optional<ServerAddress> address = folder.served(() -> note(quiet,
                    "The platform that served here has ended unexpectedly; this command starts one of its own."));
            if (address.isEmpty()) {
                return NOT_SERVED;
            }
            return attach(address.get(), arguments);
        } catch (IOException cannotBeReached) {
            note(quiet, "The platform that serves here cannot be reached (" + cannotBeReached.getMessage()
                    + "); this command starts one of its own.");
            return NOT_SERVED;
        }
    }

    private int attach(ServerAddress address, String... arguments) throws IOException {
        SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(address.socket()));
        try (FrameChannel channel = new FrameChannel(socket); ConnectionWatch watch = new ConnectionWatch(channel)) {
            channel.write(new Request(address.token(), Path.of("").toAbsolutePath().toString(), Boolean.getBoolean("spine.terminal"),
                    Boolean.getBoolean("spine.interactive"), List.of(arguments)).frame());
            if (Arrays.asList(arguments).contains(SHELL)) {
                Thread input = new Thread(() -> sendInput(channel), "input");
                input.setDaemon(true);
                input.start();
            }
            return receive(channel, watch);
        }
    }

    private int receive(FrameChannel channel, ConnectionWatch watch) {
        try {
            while (true) {
                Frame frame = channel.read();
                watch.heard();
                switch (frame.kind()) {
                    case OUTPUT -> print(out, frame);
                    case ERROR -> print(err, frame);
                    case EXIT -> {
                        return frame.bytes()[0];
                    }
                    default -> { }
                }
            }
        } catch (IOException gone) {
            err.println("spine: the platform that serves here "
                    + (watch.expired() ? "does not answer." : "has ended before the command was done."));
            return FAILED;
        }
    }

    private static void print(PrintStream stream, Frame frame) {
        stream.write(frame.bytes(), 0, frame.bytes().length);
        stream.flush();
    }

    private void sendInput(FrameChannel channel) {
        byte[] buffer = new byte[8192];
        try {
            int count;
            do {
                count = in.read(buffer);
                channel.write(Frame.of(Frame.Kind.INPUT, buffer, 0, Math.max(0, count)));
            } while (count >= 0);
        } catch (IOException ended) {
            // The session is over, and whoever receives says so.
        }
    }

    private void note(boolean quiet, String sentence) {
        if (!quiet) {
            err.println(sentence);
        }
    }
}
