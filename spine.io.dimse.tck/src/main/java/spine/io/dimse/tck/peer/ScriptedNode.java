package spine.io.dimse.tck.peer;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import spine.io.dimse.RemoteNode;

/** A node that takes one association, accepts whatever is proposed, and then does what a test says. */
public final class ScriptedNode implements Closeable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    /** What it does; when it returns, the connection is closed. */
    @FunctionalInterface
    public interface Script {
        void run(ScriptedAssociation association) throws IOException;
    }

    public ScriptedNode(Script script) throws IOException {
        Thread thread = new Thread(() -> serve(script), "scripted-node");
        thread.setDaemon(true);
        thread.start();
    }

    public RemoteNode node() {
        return Loopback.node(server.getLocalPort());
    }

    private void serve(Script script) {
        try (Socket socket = server.accept()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            script.run(ScriptedAssociation.accept(socket));
        } catch (IOException ended) {
            // The test sees what did not come.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
