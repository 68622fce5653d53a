package spine.web.internal.listen;

import java.time.Duration;

import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.ConnectionLimit;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds what Felix HTTP has no setting for: the number of connections, in all and from one address, and how slowly requests may come. As a
 * factory of connectors it is called with each server that was started; it gives back the connector that is there.
 */
final class ConnectionBound implements ConnectorFactory {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionBound.class);
    /** Bytes a second on average below which a request is given up: less than any line that images come over. */
    private static final long SLOWEST = 100;
    private static final Duration LONGEST_HEAD = Duration.ofSeconds(30);

    private final int most;
    private final int mostOfAddress;
    private volatile Server server;

    /** @param mostOfAddress from one network address */
    ConnectionBound(int most, int mostOfAddress) {
        this.most = most;
        this.mostOfAddress = mostOfAddress;
    }

    @Override
    public Connector createConnector(Server started) {
        for (Connector connector : started.getConnectors()) {
            HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
            if (http != null) {
                http.getHttpConfiguration().setMinRequestDataRate(SLOWEST);
            }
            if (connector instanceof ServerConnector socket) {
                socket.addBean(new AddressLimit(mostOfAddress));
                socket.addBean(new RequestHeadTimeout(socket.getScheduler(), LONGEST_HEAD));
            }
        }
        started.setErrorHandler(withoutDetails());
        try {
            new ConnectionLimit(most, started).start();
        } catch (Exception e) {
            LOG.error("the number of connections is not bounded", e);
        }
        server = started;
        if (started.getConnectors().length == 0) {
            throw new IllegalStateException("no port could be opened");
        }
        return started.getConnectors()[0];
    }

    /** What went wrong inside is for the log. */
    private static ErrorHandler withoutDetails() {
        ErrorHandler errors = new ErrorHandler();
        errors.setShowStacks(false);
        errors.setShowServlet(false);
        return errors;
    }

    /** Whether somebody can connect to the port now. */
    boolean listens(int port) {
        Server now = server;
        if (now != null && now.isRunning()) {
            for (Connector connector : now.getConnectors()) {
                if (connector instanceof ServerConnector socket && socket.isRunning() && socket.getLocalPort() == port) {
                    return true;
                }
            }
        }
        return false;
    }
}
