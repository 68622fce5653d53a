package spine.web.internal.atna;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** By TCP, with TLS (RFC 5425) or without, each message behind its length. */
final class StreamConnection implements SyslogConnection {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** RFC 5425 section 4.2 wants TLS 1.2, RFC 9662 advises 1.3. */
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final Socket socket;

    private StreamConnection(Socket socket) {
        this.socket = socket;
    }

    /** @param tls to put under it; then the certificate must be that of the host (RFC 5425 section 5.2) */
    static StreamConnection open(String host, int port, Optional<SSLContext> tls) throws IOException {
        Socket tcp = new Socket();
        try {
            tcp.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            tcp.setSoTimeout((int) PATIENCE.toMillis());
            tcp.setKeepAlive(true);
            return new StreamConnection(tls.isEmpty() ? tcp : secured(tcp, host, port, tls.get()));
        } catch (IOException failure) {
            tcp.close();
            throw failure;
        }
    }

    private static Socket secured(Socket tcp, String host, int port, SSLContext tls) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(tcp, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(PROTOCOLS);
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    @Override
    public void send(byte[] message) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(message.length + 8);
        frame.writeBytes((message.length + " ").getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes(message);
        socket.getOutputStream().write(frame.toByteArray());
        socket.getOutputStream().flush();
    }

    /** A server says nothing; that it has gone is read. */
    @Override
    public void requireOpen() throws IOException {
        socket.setSoTimeout(1);
        try {
            if (socket.getInputStream().read() < 0) {
                throw new IOException("it has closed the connection");
            }
        } catch (SocketTimeoutException open) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
