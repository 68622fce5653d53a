package spine.web.internal.atna;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

/** By UDP (RFC 5426): nobody knows what arrives. */
final class DatagramConnection implements SyslogConnection {
    private final DatagramSocket socket;

    private DatagramConnection(DatagramSocket socket) {
        this.socket = socket;
    }

    static DatagramConnection open(String host, int port) throws IOException {
        DatagramSocket socket = new DatagramSocket();
        try {
            socket.connect(new InetSocketAddress(host, port));
            return new DatagramConnection(socket);
        } catch (IOException | IllegalArgumentException failure) {
            socket.close();
            throw new IOException("there is no such host", failure);
        }
    }

    @Override
    public void send(byte[] message) throws IOException {
        socket.send(new DatagramPacket(message, message.length));
    }

    @Override
    public void requireOpen() {
        // There is no connection.
    }

    @Override
    public void close() {
        socket.close();
    }
}
