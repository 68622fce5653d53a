package spine.io.dimse.internal.listen;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import spine.io.dimse.ListenerSettings;
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
import spine.io.dimse.toolkit.SocketListener;
import spine.io.dimse.toolkit.TlsContext;

/** Serves the connections of a listener: C-ECHO, C-STORE and N-EVENT-REPORT. */
public final class AssociationTasks implements SocketListener.Connections {
    private final ListenerSettings settings;
    private final Optional<TlsContext> tls;
    private final Watchdog watchdog;
    private final AssociationAcceptor acceptor;
    private final Map<Integer, MessageService> services;
    private final IncidentLog incidents = new IncidentLog();

    /**
     * @param events serves N-EVENT-REPORT
     * @param readable which transfer syntaxes can be read
     * @throws IllegalArgumentException with a sentence, if keys or certificates cannot be used
     */
    public AssociationTasks(ListenerSettings settings, StoreHandler handler, MessageService events, Predicate<String> readable,
            Watchdog watchdog) {
        this.settings = settings;
        this.tls = settings.tls().map(TlsContext::ofListener);
        this.watchdog = watchdog;
        this.acceptor = new AssociationAcceptor(new ContextSelection(readable), settings.limits());
        this.services = Map.of(CommandField.C_ECHO_RQ, new EchoService(), CommandField.C_STORE_RQ, new StoreService(handler),
                CommandField.N_EVENT_REPORT_RQ, events);
    }

    @Override
    public SocketListener.Task take(Socket socket, boolean seated) throws IOException {
        Connection connection = new Connection(socket, watchdog, settings.limits().pace());
        return new AssociationTask(connection, settings, tls, acceptor, services, incidents, seated);
    }
}
