package spine.itest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;

/** A line to a port of this machine that does something to what a sender sends; what comes back comes back as it is. */
final class BadLine implements Closeable {
    private static final int DRIP_MILLIS = 50;

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    private final int target;
    private final Fault fault;

    private BadLine(int target, Fault fault) throws IOException {
        this.target = target;
        this.fault = fault;
        start(this::serve);
    }

    /** What happens to the bytes of a sender. */
    @FunctionalInterface
    private interface Fault {
        void pass(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    /** Breaks after so many bytes. */
    static BadLine cut(int target, int after) throws IOException {
        return new BadLine(target, (in, out) -> out.write(in.readNBytes(after)));
    }

    /** After so many bytes each takes its time. */
    static BadLine dripping(int target, int after) throws IOException {
        return new BadLine(target, (in, out) -> {
            out.write(in.readNBytes(after));
            for (int one = in.read(); one >= 0; one = in.read()) {
                out.write(one);
                Thread.sleep(DRIP_MILLIS);
            }
        });
    }

    /** A few bytes somewhere before a place are others, the same for the same seed. */
    static BadLine noisy(int target, long seed, int before) throws IOException {
        Random random = new Random(seed);
        byte[] noise = new byte[1 + random.nextInt(4)];
        random.nextBytes(noise);
        int place = random.nextInt(before);
        return new BadLine(target, (in, out) -> {
            out.write(in.readNBytes(place));
            in.readNBytes(noise.length);
            out.write(noise);
            in.transferTo(out);
        });
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() throws IOException {
        while (true) {
            Socket sender = server.accept();
            Socket receiver = new Socket(InetAddress.getByName("127.0.0.1"), target);
            start(() -> {
                try (receiver; OutputStream out = receiver.getOutputStream()) {
                    fault.pass(sender.getInputStream(), out);
                }
            });
            start(() -> {
                try (sender; OutputStream out = sender.getOutputStream()) {
                    receiver.getInputStream().transferTo(out);
                }
            });
        }
    }

    /** What may end by a broken connection, on either side. */
    @FunctionalInterface
    private interface Forwarding {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Forwarding forwarding) {
        Thread thread = new Thread(() -> {
            try {
                forwarding.run();
            } catch (IOException | InterruptedException broken) {
                // As lines do.
            }
        }, "bad-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
