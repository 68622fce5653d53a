package spine.io.dimse.internal.listen;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.association.AssociationAcceptor;
import spine.io.dimse.internal.association.RejectedException;
import spine.io.dimse.internal.connection.Connection;
import spine.io.dimse.internal.message.CommandField;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.internal.pdu.Abort;
import spine.io.dimse.internal.pdu.AssociateRequest;
import spine.io.dimse.internal.pdu.Rejection;
import spine.io.dimse.internal.service.Caller;
import spine.io.dimse.internal.service.MessageService;
import spine.io.dimse.toolkit.ConnectionWords;
import spine.io.dimse.toolkit.IncidentLog;
import spine.io.dimse.toolkit.ProtocolException;
import spine.io.dimse.toolkit.SocketListener;
import spine.io.dimse.toolkit.TlsContext;

final class AssociationTask implements SocketListener.Task {
    private static final Logger LOG = LoggerFactory.getLogger(AssociationTask.class);
    /** For a peer that is going to be rejected in any case. */
    private static final Duration REJECTING = Duration.ofSeconds(5);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Connection connection;
    private final ListenerSettings settings;
    private final Optional<TlsContext> tls;
    private final AssociationAcceptor acceptor;
    private final Map<Integer, MessageService> services;
    private final IncidentLog incidents;
    private final boolean seated;
    private volatile boolean idle = true;
    private volatile boolean stopping;

    /**
     * @param services by the command field of what they serve
     * @param seated false: there are too many, and it is to be told so
     */
    AssociationTask(Connection connection, ListenerSettings settings, Optional<TlsContext> tls, AssociationAcceptor acceptor,
            Map<Integer, MessageService> services, IncidentLog incidents, boolean seated) {
        this.connection = connection;
        this.settings = settings;
        this.tls = tls;
        this.acceptor = acceptor;
        this.services = services;
        this.incidents = incidents;
        this.seated = seated;
    }

    @Override
    public void stop() {
        stopping = true;
        if (idle) {
            connection.endInput();
        }
    }

    @Override
    public void closeNow() {
        connection.close();
    }

    @Override
    public void run() {
        try {
            connection.allow(seated ? settings.limits().request() : REJECTING);
            if (tls.isPresent()) {
                connection.secure(tls.get().server(connection.tcp()));
            }
            serve(acceptor.accept(connection, this::objection));
        } catch (RejectedException rejected) {
            incidents.note(connection.peer(), rejected.getMessage());
            connection.awaitEnd(CLOSING);
        } catch (ProtocolException violation) {
            incidents.note(connection.peer(), violation.getMessage());
            abort(Abort.because(violation));
        } catch (IOException broken) {
            incidents.note(connection.peer(), ConnectionWords.of(broken));
        } catch (RuntimeException failure) {
            LOG.error("A connection was closed.", failure);
        } finally {
            connection.close();
        }
    }

    private void abort(Abort abort) {
        try {
            byte[] pdu = abort.encode();
            connection.write(pdu, 0, pdu.length);
            connection.awaitEnd(CLOSING);
        } catch (IOException gone) {
            // Then it need not be told.
        }
    }

    private Optional<Rejection> objection(AssociateRequest request) {
        if (!seated || stopping) {
            return Optional.of(Rejection.LOCAL_LIMIT);
        }
        if (!settings.isCalled(request.called())) {
            return Optional.of(Rejection.CALLED_TITLE);
        }
        return settings.allows(request.calling(), connection.peer()) ? Optional.empty() : Optional.of(Rejection.CALLING_TITLE);
    }

    private void serve(AssociationAcceptor.Accepted accepted) throws IOException {
        Association association = accepted.association();
        Caller caller = new Caller(accepted.request().calling(), accepted.request().called(), connection.peer());
        try {
            Optional<DimseMessage> message = next(association);
            while (message.isPresent()) {
                answer(association, message.get(), caller);
                message = next(association);
            }
        } catch (IOException broken) {
            association.abort(reason(broken));
            throw broken;
        }
    }

    private Optional<DimseMessage> next(Association association) throws IOException {
        association.finishMessage();
        idle = true;
        if (stopping) {
            connection.endInput();
        }
        Optional<DimseMessage> message = association.next(settings.limits().idle());
        idle = false;
        return message;
    }

    private void answer(Association association, DimseMessage message, Caller caller) throws IOException {
        int field = message.command().field();
        if ((field & CommandField.RESPONSE) != 0) {
            throw ProtocolException.invalid("a response came, and nothing was asked");
        }
        // One operation is done at a time, so there is nothing to cancel.
        if (field != CommandField.C_CANCEL_RQ) {
            MessageService service = services.getOrDefault(field, (request, context, from) -> DimseStatus.UNRECOGNIZED_OPERATION);
            DimseStatus status = service.serve(message, association.contexts().get(message.context()), caller);
            association.finishMessage();
            association.send(message.context(), message.command().response(status));
        }
    }

    /** Where a data set broke off while somebody read it, the cause is behind what he was told. */
    private static Abort reason(IOException broken) {
        ProtocolException violation = broken instanceof ProtocolException direct ? direct
                : broken.getCause() instanceof ProtocolException behind ? behind : null;
        return violation == null ? Abort.BY_USER : Abort.because(violation);
    }
}
