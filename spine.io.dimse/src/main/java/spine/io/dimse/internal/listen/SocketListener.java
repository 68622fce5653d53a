package spine.io.dimse.internal.listen;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.io.dimse.DicomListener;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.NetworkException;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.internal.association.AssociationAcceptor;
import spine.io.dimse.internal.connection.Connection;
import spine.io.dimse.internal.connection.Watchdog;
import spine.io.dimse.internal.message.CommandField;
import spine.io.dimse.internal.service.EchoService;
import spine.io.dimse.internal.service.MessageService;
import spine.io.dimse.internal.service.StoreService;
import spine.io.dimse.toolkit.ContextSelection;
import spine.io.dimse.toolkit.IncidentLog;
import spine.io.dimse.toolkit.Seats;
import spine.io.dimse.toolkit.TlsContext;

/** Takes connections and gives each to a thread. */
public final class SocketListener implements DicomListener {
    private static final Logger LOG = LoggerFactory.getLogger(SocketListener.class);
    /** How many more than there are seats are told that there is none; beyond, connections are closed without a word. */
    private static final int REJECTING = 8;
    private static final int BACKLOG = 128;
    private static final Duration LAST_MESSAGE = Duration.ofSeconds(5);
    private static final long AFTER_FAILURE_MILLIS = 100;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ListenerSettings settings;
    private final Optional<TlsContext> tls;
    private final Watchdog watchdog;
    private final AssociationAcceptor acceptor;
    private final Map<Integer, MessageService> services;
    private final IncidentLog incidents = new IncidentLog();
    private final Seats seats;
    private final ServerSocket server;
    private final ThreadPoolExecutor threads;
    private final Set<AssociationTask> open = ConcurrentHashMap.newKeySet();
    private final Thread accepting;

    /**
     * @param events serves N-EVENT-REPORT
     * @param readable which transfer syntaxes can be read
     */
    public SocketListener(ListenerSettings settings, StoreHandler handler, MessageService events, Predicate<String> readable,
            Watchdog watchdog) throws IOException {
        this.settings = settings;
        this.tls = settings.tls().map(TlsContext::ofListener);
        this.watchdog = watchdog;
        this.acceptor = new AssociationAcceptor(new ContextSelection(readable), settings.limits());
        this.services = Map.of(CommandField.C_ECHO_RQ, new EchoService(), CommandField.C_STORE_RQ, new StoreService(handler),
                CommandField.N_EVENT_REPORT_RQ, events);
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
            String address = settings.address().getHostAddress() + ":" + settings.port();
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
        Connection connection = connection(socket);
        boolean seated = seats.take(connection.peer());
        AssociationTask task = new AssociationTask(connection, settings, tls, acceptor, services, incidents, seated);
        open.add(task);
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    end(task, connection, seated);
                }
            });
        } catch (RejectedExecutionException | OutOfMemoryError full) {
            // The latter where the system has no more threads.
            end(task, connection, seated);
        }
    }

    private Connection connection(Socket socket) throws IOException {
        try {
            return new Connection(socket, watchdog, settings.limits().pace());
        } catch (IOException gone) {
            socket.close();
            throw gone;
        }
    }

    private void end(AssociationTask task, Connection connection, boolean seated) {
        connection.close();
        open.remove(task);
        if (seated) {
            seats.giveBack(connection.peer());
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
        open.forEach(AssociationTask::stop);
        try {
            if (!threads.awaitTermination(LAST_MESSAGE.toSeconds(), TimeUnit.SECONDS)) {
                open.forEach(AssociationTask::closeNow);
                threads.awaitTermination(LAST_MESSAGE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            open.forEach(AssociationTask::closeNow);
            Thread.currentThread().interrupt();
        }
    }
}
