package spine.web.internal.listen;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;

/**
 * Closes a connection of an address that has as many as one may have, so that nobody can take all that there are. Safe for use by many
 * threads.
 */
final class AddressLimit implements Connection.Listener {
    private final int most;
    private final Map<Connection, InetAddress> open = new HashMap<>();
    private final Map<InetAddress, Integer> counts = new HashMap<>();

    /** @param most from one address */
    AddressLimit(int most) {
        this.most = most;
    }

    @Override
    public void onOpened(Connection connection) {
        EndPoint end = connection.getEndPoint();
        // What is inside of TLS is no connection of its own.
        if (!(end instanceof SslConnection.DecryptedEndPoint) && end.getRemoteSocketAddress() instanceof InetSocketAddress peer
                && !take(connection, peer.getAddress())) {
            end.close();
        }
    }

    private synchronized boolean take(Connection connection, InetAddress peer) {
        int there = counts.getOrDefault(peer, 0);
        if (there >= most) {
            return false;
        }
        counts.put(peer, there + 1);
        open.put(connection, peer);
        return true;
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        InetAddress peer = open.remove(connection);
        if (peer != null) {
            counts.computeIfPresent(peer, (address, count) -> count == 1 ? null : count - 1);
        }
    }
}
