package spine.io.dcm4che.net.internal.guard;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;
import spine.io.dimse.NetworkException;
import spine.io.dimse.toolkit.PeerWords;
import spine.io.dimse.toolkit.ProtocolException;

/**
 * The connection that dcm4che is given in place of the real one. A peer that is too slow, or whose PDUs or messages are not as they should
 * be, is aborted here; dcm4che finds the connection broken.
 */
public final class GuardedSocket extends Socket {
    private static final int BUFFER = 1 << 16;
    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final byte[] ABORT = {7, 0, 0, 0, 0, 4, 0, 0, 0, 0};

    /** The TCP socket below a TLS one: closing that would wait for the peer. */
    private final Socket tcp;
    private final Watchdog watchdog;
    private final AssociationRules rules;
    private final PeerClock reading = new PeerClock();
    private final PeerClock writing = new PeerClock();
    private final Object sending = new Object();
    /** What comes before this side has asked for an association would find dcm4che in a state that it never leaves. */
    private final CountDownLatch asked;
    /** Otherwise an abort right behind it would look as if the association had not been granted. */
    private final CountDownLatch taken;
    private InputStream raw;
    private OutputStream out;
    private PduGate gate;
    private volatile boolean over;
    private volatile boolean stopping;
    private volatile IOException failure;

    /** @param tcp connected */
    public GuardedSocket(Socket tcp, Watchdog watchdog, AssociationRules rules) throws IOException {
        this.tcp = tcp;
        this.watchdog = watchdog;
        this.rules = rules;
        this.asked = new CountDownLatch(rules.acceptor() ? 0 : 1);
        this.taken = new CountDownLatch(rules.acceptor() ? 0 : 1);
        tcp.setTcpNoDelay(true);
        use(tcp);
        watchdog.watch(this);
    }

    private void use(Socket socket) throws IOException {
        raw = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
        gate = new PduGate(this, raw, rules);
    }

    /** Makes the handshake of TLS, within the time that the peer has, and goes on by it. */
    public void secure(SSLSocket socket) throws IOException {
        reading.begin();
        try {
            socket.startHandshake();
        } finally {
            reading.end();
        }
        use(socket);
    }

    public Socket tcp() {
        return tcp;
    }

    /** Gives the peer a new time in place of what is left of the last one. Any thread may call this. */
    public void allow(Duration time) {
        reading.allow(time);
    }

    /** The association that the peer has granted is known to this side: what it says from now on is heard. */
    public void take() {
        taken.countDown();
    }

    /** Nothing is expected of the peer. */
    public void expectNothing() {
        reading.stop();
    }

    boolean isWaiting() {
        return reading.isRunning();
    }

    /** @param contexts identifiers of the presentation contexts that this side has accepted */
    public void establish(Set<Integer> contexts) {
        gate.establish(contexts);
    }

    /** Why the connection has ended, as far as this side knows. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Ends it now if it waits for its peer between two messages, else after the message in which it is. */
    public void stop() {
        stopping = true;
        if (gate.isBetween()) {
            try {
                tcp.shutdownInput();
            } catch (IOException closed) {
                // Then it has ended already.
            }
        }
    }

    /** Whether {@link #stop} was called. */
    public boolean isStopping() {
        return stopping;
    }

    /** The peer may close the connection now. */
    void over(IOException reason) {
        over = true;
        note(reason);
    }

    /** This side rejects the association (PS3.8 9.3.4). */
    public void rejected(int result, int source, int reason) {
        over(new NetworkException(PeerWords.rejected(result, source, reason)));
    }

    boolean isOver() {
        return over;
    }

    private synchronized void note(IOException reason) {
        failure = failure == null ? reason : failure;
    }

    /** Waits until this side may hear the peer. */
    void awaitTurn() throws IOException {
        try {
            asked.await();
            if (gate.isEstablished()) {
                taken.await();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NetworkException("the wait was interrupted", interrupted);
        }
    }

    int readRaw(InputStream from, byte[] into, int at, int count) throws IOException {
        reading.begin();
        int read;
        try {
            read = from.read(into, at, count);
        } finally {
            reading.end();
        }
        return read;
    }

    /** Tells the peer, as far as it can be told, and closes the connection. */
    public IOException broken(IOException reason) {
        boolean violation = reason instanceof ProtocolException;
        note(reason);
        if (!over && (violation || gate.isEstablished())) {
            byte[] abort = ABORT.clone();
            if (reason instanceof ProtocolException why) {
                abort[8] = 2;
                abort[9] = (byte) why.reason();
            }
            try {
                write(abort, 0, abort.length);
                awaitEnd();
            } catch (IOException gone) {
                // Then it need not be told.
            }
        }
        close();
        return reason;
    }

    /** Waits until the peer has closed the connection, for a short time, so that it can read what was sent last (PS3.8 9.2, Sta13). */
    public void awaitEnd() {
        allow(CLOSING);
        long end = System.nanoTime() + CLOSING.toNanos();
        byte[] dropped = new byte[1 << 13];
        try {
            tcp.shutdownOutput();
            while (readRaw(raw, dropped, 0, dropped.length) >= 0 && System.nanoTime() - end < 0) {
                // What comes now belongs to nothing any more.
            }
        } catch (IOException | UnsupportedOperationException gone) {
            // Then there is nothing to wait for.
        }
    }

    private void write(byte[] bytes, int from, int count) throws IOException {
        synchronized (sending) {
            writing.allow(rules.writing());
            writing.begin();
            try {
                out.write(bytes, from, count);
                out.flush();
            } finally {
                writing.end();
            }
        }
    }

    void closeIfOverdue(long now) {
        if (reading.runsOut(now) | writing.runsOut(now)) {
            close();
        }
    }

    @Override
    public InputStream getInputStream() {
        return gate;
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            /** dcm4che writes PDU by PDU. */
            @Override
            public void write(byte[] pdu, int from, int count) throws IOException {
                if (pdu[from] == PduGate.ASSOCIATE_RJ || pdu[from] == PduGate.RELEASE_RP || pdu[from] == PduGate.ABORT) {
                    over = true;
                }
                try {
                    GuardedSocket.this.write(pdu, from, count);
                } catch (IOException broken) {
                    note(broken);
                    throw broken;
                } finally {
                    asked.countDown();
                }
            }
        };
    }

    @Override
    public void close() {
        watchdog.forget(this);
        asked.countDown();
        taken.countDown();
        try {
            tcp.close();
        } catch (IOException failed) {
            // Nothing more can be done about it.
        }
    }

    @Override
    public boolean isClosed() {
        return tcp.isClosed();
    }

    @Override
    public InetAddress getInetAddress() {
        return tcp.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return tcp.getLocalAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return tcp.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return tcp.getLocalSocketAddress();
    }

    @Override
    public String toString() {
        return String.valueOf(tcp.getRemoteSocketAddress());
    }
}
