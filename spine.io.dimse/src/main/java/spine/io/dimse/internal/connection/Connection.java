package spine.io.dimse.internal.connection;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import spine.io.dimse.NetworkException;
import spine.io.dimse.toolkit.PeerWords;

/**
 * A socket, plain or TLS, on which the peer has a budget of time: what the owner waits for it, reading or writing, is taken from the
 * budget, and when nothing is left the connection is closed. The time that the owner spends elsewhere costs the peer nothing. Used by one
 * thread; {@link #endInput} and {@link #close} by any.
 */
public final class Connection implements Closeable {
    private static final int BUFFER = 1 << 16;

    /** The TCP socket below a TLS one: closing that would wait for the peer. */
    private final Socket tcp;
    private final Watchdog watchdog;
    private final Duration writing;
    private InputStream in;
    private OutputStream out;
    private long budget;
    private volatile long deadline;
    private volatile boolean waiting;
    private volatile boolean overdue;

    /**
     * @param tcp connected
     * @param writing how long the peer may take for each part that is written
     */
    public Connection(Socket tcp, Watchdog watchdog, Duration writing) throws IOException {
        this.tcp = tcp;
        this.watchdog = watchdog;
        this.writing = writing;
        tcp.setTcpNoDelay(true);
        use(tcp);
        watchdog.watch(this);
    }

    /** Goes on by another socket over the same connection, such as one for TLS. */
    public void use(Socket socket) throws IOException {
        in = new BufferedInputStream(new TimedInput(socket.getInputStream()), BUFFER);
        out = socket.getOutputStream();
    }

    /** Makes the handshake of TLS, within the budget, and goes on by it. */
    public void secure(SSLSocket socket) throws IOException {
        run(socket::startHandshake);
        use(socket);
    }

    public InetAddress peer() {
        return tcp.getInetAddress();
    }

    public Socket tcp() {
        return tcp;
    }

    /** Gives the peer a new budget in place of what is left of the last one. */
    public void allow(Duration time) {
        budget = time.toNanos();
    }

    /** @return the next byte, -1 at the end */
    public int read() throws IOException {
        return in.read();
    }

    /** @return how many bytes were read, -1 at the end */
    public int read(byte[] into, int from, int count) throws IOException {
        return in.read(into, from, count);
    }

    /** Sends bytes, which should be a whole PDU. */
    public void write(byte[] bytes, int from, int count) throws IOException {
        timed(writing.toNanos(), () -> {
            out.write(bytes, from, count);
            out.flush();
        });
    }

    /** Does something that waits for the peer, within the budget. */
    public void run(Waiting step) throws IOException {
        budget -= timed(budget, step);
    }

    /** Waits until the peer has closed the connection, for a short time, so that it can read what was sent last (PS3.8 9.2, Sta13). */
    public void awaitEnd(Duration most) {
        allow(most);
        long end = System.nanoTime() + most.toNanos();
        byte[] dropped = new byte[8192];
        try {
            tcp.shutdownOutput();
            while (in.read(dropped) >= 0 && System.nanoTime() - end < 0) {
                // What comes now belongs to nothing any more.
            }
        } catch (IOException | UnsupportedOperationException gone) {
            // Then there is nothing to wait for.
        }
    }

    /** Lets a thread that waits for the peer find the end of the stream; it can still write. */
    public void endInput() {
        try {
            tcp.shutdownInput();
        } catch (IOException closed) {
            // Then it has found the end already.
        }
    }

    @Override
    public void close() {
        watchdog.forget(this);
        try {
            tcp.close();
        } catch (IOException failure) {
            // Nothing more can be done about it.
        }
    }

    void closeIfOverdue(long now) {
        if (waiting && now - deadline > 0) {
            overdue = true;
            close();
        }
    }

    /** Something that waits for the peer. */
    @FunctionalInterface
    public interface Waiting {
        void run() throws IOException;
    }

    private long timed(long most, Waiting step) throws IOException {
        long start = System.nanoTime();
        deadline = start + most;
        waiting = true;
        try {
            step.run();
        } catch (IOException failure) {
            throw overdue ? new NetworkException(PeerWords.TOO_SLOW, failure) : failure;
        } finally {
            waiting = false;
        }
        if (overdue) {
            throw new NetworkException(PeerWords.TOO_SLOW);
        }
        return System.nanoTime() - start;
    }

    private final class TimedInput extends InputStream {
        private final InputStream raw;
        private int read;

        TimedInput(InputStream raw) {
            this.raw = raw;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            Connection.this.run(() -> read = raw.read(into, from, count));
            return read;
        }

        @Override
        public int available() throws IOException {
            return raw.available();
        }
    }
}
