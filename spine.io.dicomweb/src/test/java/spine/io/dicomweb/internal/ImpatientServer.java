package spine.io.dicomweb.internal;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers the first request on a connection, promises to keep it open, and closes it when the next one comes. */
final class ImpatientServer implements Closeable {
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket socket;
    private volatile boolean reset;
    private volatile boolean silent;

    void start() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    void closeByReset(boolean byReset) {
        reset = byReset;
    }

    void answerNothing() {
        silent = true;
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                run(() -> serve(connection));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            read(in);
            String body = Integer.toString(connections.incrementAndGet());
            if (!silent) {
                connection.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
                in.read();
            }
            if (reset) {
                connection.setSoLinger(true, 0);
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static void read(BufferedReader in) throws IOException {
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring(16));
            }
        }
        for (int i = 0; i < length; i++) {
            in.read();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
