package spine.io.dimse.toolkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;

/** Connections over TCP to other nodes. */
public final class NodeSocket {

    private NodeSocket() {
    }

    /** @throws NetworkException with a sentence, if nothing answers in the time that the node has */
    public static Socket connect(RemoteNode node) throws IOException {
        Socket tcp = new Socket();
        try {
            InetSocketAddress address = new InetSocketAddress(node.host(), node.port());
            if (address.isUnresolved()) {
                throw new UnknownHostException(node.host());
            }
            tcp.connect(address, (int) Math.min(Integer.MAX_VALUE, node.patience().toMillis()));
            return tcp;
        } catch (IOException failure) {
            tcp.close();
            throw new NetworkException(node.address() + " cannot be reached: " + PeerWords.unreachable(failure) + ".", failure);
        }
    }
}
