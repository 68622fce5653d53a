package spine.dicomweb;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.dicomweb.internal.archive.ArchivedStudies;
import spine.dicomweb.internal.servlet.DicomWebServlet;
import spine.dicomweb.internal.servlet.Routes;

/** The services on a port of the loopback address, without a login. */
public final class WebServer implements Closeable {
    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    private final HttpClient client = HttpClient.newHttpClient();

    WebServer(FolderArchive archive, Path receiving) throws Exception {
        NativeDicomCodec codec = new NativeDicomCodec();
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new DicomWebServlet(new Routes(new ArchivedStudies(archive, codec), archive, codec,
                new DecodedImages(codec), Files.createDirectories(receiving)))), "/dicom-web/*");
        server.setHandler(context);
        server.start();
    }

    String root() {
        return "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/dicom-web";
    }

    HttpResponse<byte[]> get(String path, String... accept) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root() + path)).timeout(Duration.ofSeconds(30));
        for (String one : accept) {
            request.header("Accept", one);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(root() + path)).timeout(Duration.ofSeconds(30)).header("Content-Type",
                contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> other(String method, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(root() + path)).method(method, HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IOException(failure);
        }
    }
}
