package spine.web.internal.listen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AddressLimitTest {
    private static final int MOST = 3;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        connector.addBean(new AddressLimit(MOST));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void oneAddressDoesNotTakeAll() throws Exception {
        List<Socket> taken = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            taken.add(connection("127.0.0.1"));
            assertEquals("HTTP/1.1 404", request(taken.get(i)));
        }
        try (Socket further = connection("127.0.0.1"); Socket other = connection("127.0.0.2")) {
            assertEquals("", request(further));
            assertEquals("HTTP/1.1 404", request(other));
        }
        for (Socket socket : taken) {
            socket.close();
        }
        while (connector.getConnectedEndPoints().size() > 0) {
            Thread.sleep(10);
        }
        try (Socket again = connection("127.0.0.1")) {
            assertEquals("HTTP/1.1 404", request(again));
        }
    }

    /** All of 127.0.0.0/8 is this machine. */
    private Socket connection(String from) throws IOException {
        return new Socket(InetAddress.getByName("127.0.0.1"), connector.getLocalPort(), InetAddress.getByName(from), 0);
    }

    /** @return how the answer begins; empty if the connection was closed */
    private static String request(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        } catch (SocketException closed) {
            return "";
        }
    }
}
