package spine.web.internal.atna;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SyslogConnectionTest {
    private static final byte[] MESSAGE = "grüße".getBytes(StandardCharsets.UTF_8);

    /** RFC 5425 section 4.3. */
    @Test
    void byTcpEachMessageStandsBehindItsLength() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            try (SyslogConnection connection = new SyslogServer("127.0.0.1", server.getLocalPort(), false, Optional.empty()).connect();
                    Socket accepted = server.accept()) {
                connection.send(MESSAGE);
                connection.send(MESSAGE);
                assertEquals("7 grüße7 grüße", new String(accepted.getInputStream().readNBytes(18), StandardCharsets.UTF_8));
                assertDoesNotThrow(connection::requireOpen);
                accepted.close();
                assertThrows(IOException.class, () -> {
                    // Until the end of the connection has come through.
                    for (int i = 0; i < 5000; i++) {
                        connection.requireOpen();
                    }
                });
            }
        }
    }

    @Test
    void byUdpEachIsADatagram() throws IOException {
        try (DatagramSocket server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SyslogConnection connection = new SyslogServer("127.0.0.1", server.getLocalPort(), true, Optional.empty()).connect()) {
            connection.send(MESSAGE);
            server.setSoTimeout(5000);
            DatagramPacket packet = new DatagramPacket(new byte[100], 100);
            server.receive(packet);
            assertEquals("grüße", new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
        }
    }
}
