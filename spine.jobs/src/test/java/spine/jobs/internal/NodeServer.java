package spine.jobs.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import spine.api.job.WorkerDoor;
import spine.io.dicomweb.multipart.MultipartWriter;
import spine.jobs.internal.work.GivenResultException;

/** The HTTP services of a node as far as workers use them, on Java's own server; those of the platform are tested with the platform. */
final class NodeServer implements Closeable, WorkerDoor {
    /** What was asked for, in order. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    /** Answers every request with that instead; 0: as it should. */
    volatile int broken;
    /** Of {@link #secret}, as after another start. */
    volatile int starts;
    private volatile SampleQueue queue;
    private final HttpServer server;

    NodeServer() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    /** Whose archive and results it gives. */
    void serve(SampleQueue served) {
        this.queue = served;
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public Optional<X509Certificate> certificate() {
        return Optional.empty();
    }

    @Override
    public String secret() {
        return "secret-" + starts;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        try (exchange) {
            if (broken != 0) {
                say(exchange, broken, "broken");
            } else if (!("Bearer " + secret()).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                say(exchange, 401, "who are you?");
            } else if (path.equals("/dicom-web/studies")) {
                exchange.getResponseHeaders().set("Content-Type", "application/dicom+json");
                say(exchange, 200, "[{\"00201208\":{\"vr\":\"IS\",\"Value\":[1]}}]");
            } else if (path.startsWith("/dicom-web/studies/")) {
                objects(exchange, path.substring("/dicom-web/studies/".length()));
            } else {
                attempt(exchange, path.split("/"));
            }
        }
    }

    private void objects(HttpExchange exchange, String study) throws IOException {
        String boundary = MultipartWriter.newBoundary();
        exchange.getResponseHeaders().set("Content-Type", MultipartWriter.mediaType("application/dicom", boundary));
        exchange.sendResponseHeaders(200, 0);
        List<Path> files = new ArrayList<>(queue.queue.archive().received(study));
        queue.queue.archive().result(study).ifPresent(result -> files.add(result.resolve("sr.dcm")));
        try (OutputStream out = exchange.getResponseBody(); MultipartWriter parts = new MultipartWriter(out, boundary)) {
            for (Path file : files) {
                parts.part("application/dicom", content -> Files.copy(file, content));
            }
        }
    }

    private void attempt(HttpExchange exchange, String[] path) throws IOException {
        try {
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            queue.queue.given().take(Long.parseLong(path[4]), Integer.parseInt(path[5]), type, exchange.getRequestBody());
            say(exchange, 200, "kept");
        } catch (GivenResultException refused) {
            say(exchange, refused.reason() == GivenResultException.Reason.NOT_WANTED ? 409 : 400, refused.getMessage());
        }
    }

    private static void say(HttpExchange exchange, int status, String words) throws IOException {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
