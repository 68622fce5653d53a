package spine.io.dimse.toolkit;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.common.text.HostPort;
import spine.io.dimse.DicomListener;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.NetworkException;

/** Takes connections, as many as there are seats for, and gives each to a thread. */
public final class SocketListener implements DicomListener {
    private static final Logger LOG = LoggerFactory.getLogger(SocketListener.class);
    /** How many more than there are seats are told that there is none; beyond, connections are closed without a word. */
    private static final int REJECTING = 8;
    private static final int BACKLOG = 128;
    private static final Duration LAST_MESSAGE = Duration.ofSeconds(5);
    private static final long AFTER_FAILURE_MILLIS = 100;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ListenerSettings settings;
    private final Connections connections;
    private final Seats seats;
    private final ServerSocket server;
    private final ThreadPoolExecutor threads;
    private final Set<Task> open = ConcurrentHashMap.newKeySet();
    private final Thread accepting;

    /** One connection from its first byte to its last. */
    public interface Task extends Runnable {

        /** Ends it now if it waits for its peer, else after the message in which it is. Any thread may call this. */
        void stop();

        /** Any thread may call this, also after the end. */
        void closeNow();
    }

    /** What serves connections. */
    @FunctionalInterface
    public interface Connections {

        /**
         * @param seated false: there are too many, and the peer is to be told so
         * @throws IOException if the connection is gone already; then it is closed by the caller
         */
        Task take(Socket socket, boolean seated) throws IOException;
    }

    /** @throws NetworkException with a sentence, if the address is taken or cannot be used */
    public SocketListener(ListenerSettings settings, Connections connections) throws IOException {
        this.settings = settings;
        this.connections = connections;
        this.seats = new Seats(settings.limits());
        this.server = bind(settings);
        this.threads = new ThreadPoolExecutor(0, settings.limits().associations() + REJECTING, 30, TimeUnit.SECONDS,
                new SynchronousQueue<>(), task -> new Thread(task, "dicom-association-" + NUMBER.incrementAndGet()));
        this.accepting = new Thread(this::acceptAll, "dicom-listener-" + server.getLocalPort());
        accepting.start();
    }

    private static ServerSocket bind(ListenerSettings settings) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.address(), settings.port()), BACKLOG);
            return socket;
        } catch (IOException failure) {
            socket.close();
            String address = HostPort.of(settings.address(), settings.port());
            throw new NetworkException("Port " + address + (failure instanceof BindException
                    ? " is taken, or not for this machine or user." : " cannot be used."), failure);
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                take(server.accept());
            } catch (IOException failure) {
                // Such as too many open files: the associations that end set some free.
                if (!server.isClosed()) {
                    LOG.warn("A connection could not be taken.", failure);
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Socket socket) throws IOException {
        boolean seated = seats.take(socket.getInetAddress());
        Task task;
        try {
            task = connections.take(socket, seated);
        } catch (IOException gone) {
            leave(socket, seated);
            throw gone;
        }
        open.add(task);
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    end(task, socket, seated);
                }
            });
        } catch (RejectedExecutionException | OutOfMemoryError full) {
            // The latter where the system has no more threads.
            end(task, socket, seated);
        }
    }

    private void end(Task task, Socket socket, boolean seated) {
        task.closeNow();
        open.remove(task);
        leave(socket, seated);
    }

    private void leave(Socket socket, boolean seated) {
        try {
            socket.close();
        } catch (IOException failure) {
            LOG.debug("A connection could not be closed.", failure);
        }
        if (seated) {
            seats.giveBack(socket.getInetAddress());
        }
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(settings.address(), server.getLocalPort());
    }

    @Override
    public int associations() {
        return seats.taken();
    }

    @Override
    public void close() {
        try {
            server.close();
            accepting.join();
        } catch (IOException | InterruptedException failure) {
            LOG.warn("The listener did not end as it should.", failure);
        }
        threads.shutdown();
        open.forEach(Task::stop);
        try {
            if (!threads.awaitTermination(LAST_MESSAGE.toSeconds(), TimeUnit.SECONDS)) {
                open.forEach(Task::closeNow);
                threads.awaitTermination(LAST_MESSAGE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            open.forEach(Task::closeNow);
            Thread.currentThread().interrupt();
        }
    }
}
