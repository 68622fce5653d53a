package spine.io.dcm4che.net.internal.listen;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.dcm4che3.net.TCPProtocolHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.io.dcm4che.net.internal.guard.GuardedDevice;
import spine.io.dcm4che.net.internal.guard.GuardedSocket;
import spine.io.dimse.toolkit.ConnectionWords;
import spine.io.dimse.toolkit.IncidentLog;
import spine.io.dimse.toolkit.SocketListener;
import spine.io.dimse.toolkit.TlsContext;

/** A connection that was accepted: dcm4che serves it on the thread that runs this. */
final class AcceptedConnection implements SocketListener.Task {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptedConnection.class);

    private final GuardedSocket socket;
    private final Optional<TlsContext> tls;
    private final Duration request;
    private final GuardedDevice device;
    private final TCPProtocolHandler dcm4che;
    private final IncidentLog incidents;

    /** @param request for TLS and A-ASSOCIATE-RQ together */
    AcceptedConnection(GuardedSocket socket, Optional<TlsContext> tls, Duration request, GuardedDevice device, TCPProtocolHandler dcm4che,
            IncidentLog incidents) {
        this.socket = socket;
        this.tls = tls;
        this.request = request;
        this.device = device;
        this.dcm4che = dcm4che;
        this.incidents = incidents;
    }

    @Override
    public void run() {
        try {
            socket.allow(request);
            if (tls.isPresent()) {
                socket.secure(tls.get().server(socket.tcp()));
            }
            dcm4che.onAccept(device.connection(), socket);
            if (!socket.isClosed()) {
                socket.awaitEnd();
            }
            socket.failure().ifPresent(this::note);
        } catch (IOException broken) {
            note(broken);
        } catch (RuntimeException failure) {
            LOG.error("A connection was closed.", failure);
        } finally {
            socket.close();
        }
    }

    private void note(IOException failure) {
        incidents.note(socket.getInetAddress(), ConnectionWords.of(failure));
    }

    @Override
    public void stop() {
        socket.stop();
    }

    @Override
    public void closeNow() {
        socket.close();
    }
}
