package spine.io.dcm4che.net.internal.listen;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.TCPProtocolHandler;
import spine.io.dcm4che.net.internal.guard.AssociationRules;
import spine.io.dcm4che.net.internal.guard.CommandHead;
import spine.io.dcm4che.net.internal.guard.GuardedDevice;
import spine.io.dcm4che.net.internal.guard.GuardedSocket;
import spine.io.dcm4che.net.internal.guard.Watchdog;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.service.ObjectReception;
import spine.io.dimse.service.Transactions;
import spine.io.dimse.toolkit.ContextSelection;
import spine.io.dimse.toolkit.IncidentLog;
import spine.io.dimse.toolkit.ProtocolException;
import spine.io.dimse.toolkit.SocketListener;
import spine.io.dimse.toolkit.TlsContext;

/** Gives the connections of a listener to dcm4che. */
public final class AcceptedConnections implements SocketListener.Connections {
    /** For a peer that is going to be rejected in any case. */
    private static final Duration REJECTING = Duration.ofSeconds(5);

    private final ListenerSettings settings;
    private final Optional<TlsContext> tls;
    private final ObjectReception reception;
    private final Transactions transactions;
    private final ContextSelection selection;
    private final Watchdog watchdog;
    private final AssociationRules rules;
    private final TCPProtocolHandler dcm4che = handler();
    private final IncidentLog incidents = new IncidentLog();

    /**
     * @param readable which transfer syntaxes can be read
     * @throws IllegalArgumentException with a sentence, if keys or certificates cannot be used
     */
    public AcceptedConnections(ListenerSettings settings, StoreHandler handler, Transactions transactions, Predicate<String> readable,
            Watchdog watchdog) {
        ListenerLimits limits = settings.limits();
        this.settings = settings;
        this.tls = settings.tls().map(TlsContext::ofListener);
        this.reception = new ObjectReception(handler);
        this.transactions = transactions;
        this.selection = new ContextSelection(readable);
        this.watchdog = watchdog;
        this.rules = new AssociationRules(true, limits.pduBytes(), limits.objectBytes(), limits.idle(), limits.pace(), limits.paceBytes(),
                limits.pace(), AcceptedConnections::check);
    }

    /** What dcm4che does with accepted connections; there is no other way to have it do that with one that it has not accepted itself. */
    private static TCPProtocolHandler handler() {
        synchronized (Connection.class) {
            TCPProtocolHandler dicom = Connection.unregisterTCPProtocolHandler(Connection.Protocol.DICOM);
            Connection.registerTCPProtocolHandler(Connection.Protocol.DICOM, dicom);
            return dicom;
        }
    }

    private static void check(CommandHead command) throws ProtocolException {
        if (command.isResponse()) {
            throw ProtocolException.invalid("a response came, and nothing was asked");
        }
    }

    @Override
    public SocketListener.Task take(Socket tcp, boolean seated) throws IOException {
        GuardedSocket socket = new GuardedSocket(tcp, watchdog, rules);
        GuardedDevice device = new GuardedDevice(socket, Runnable::run, watchdog.timer(), rules.pduBytes(),
                new RequestService(socket, Optional.of(reception), transactions));
        device.device().setAssociationHandler(new Negotiation(socket, settings, selection, () -> seated && !socket.isStopping()));
        return new AcceptedConnection(socket, tls, seated ? settings.limits().request() : REJECTING, device, dcm4che, incidents);
    }
}
