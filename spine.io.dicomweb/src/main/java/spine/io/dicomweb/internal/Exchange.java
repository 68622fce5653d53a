package spine.io.dicomweb.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLException;
import spine.common.file.LimitedInput;
import spine.common.keystore.ClientTls;
import spine.io.dicomweb.DicomWebException;
import spine.io.dicomweb.DicomWebNode;

/** Requests to one server, within times. */
final class Exchange implements Closeable {
    /** Bytes per second: slower connections than of 1 Mbit/s are not waited for. */
    private static final long SLOWEST_SENDING = 125_000;

    private final DicomWebNode node;
    private final HttpClient.Builder clients;
    /** Keeps connections open from one question to the next. */
    private final HttpClient asking;
    private final ScheduledExecutorService clock;

    /** @throws IllegalArgumentException with a sentence, if the trusted certificates cannot be read */
    Exchange(DicomWebNode node) {
        this.node = node;
        this.clients = HttpClient.newBuilder().connectTimeout(node.patience()).followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1);
        node.trusted().map(ClientTls::context).ifPresent(clients::sslContext);
        this.asking = clients.build();
        ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setDaemon(true);
            return thread;
        });
        one.setRemoveOnCancelPolicy(true);
        this.clock = one;
    }

    /** For sentences. */
    String host() {
        return node.root().getHost();
    }

    /** @param path below the root, with what follows it, encoded */
    HttpRequest.Builder request(String path) {
        return request(path, 0);
    }

    /** @param bytes that are sent with it, for which the time is longer */
    HttpRequest.Builder request(String path, long bytes) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.root() + path))
                .timeout(node.patience().plusSeconds(bytes / SLOWEST_SENDING));
        node.credentials().header().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    /**
     * Sends a request. A server may close a connection that is idle just as the next request goes out on it. What only asks is then asked
     * once more. What stores goes out on a new connection each time, which is not idle: whether a request that was broken off has changed
     * anything is not known here, and repeating it is up to the caller.
     *
     * @return an answer whose body comes to an end in time, or fails; to be closed
     */
    HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            if (!request.method().equals("GET")) {
                return send(clients.build(), request);
            }
            try {
                return send(asking, request);
            } catch (HttpTimeoutException | SSLException notBrokenOff) {
                throw notBrokenOff;
            } catch (IOException brokenOff) {
                return send(asking, request);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for an answer");
        } catch (HttpTimeoutException late) {
            throw new DicomWebException("The server " + host() + " did not answer within " + node.patience().toSeconds() + " s.", true,
                    late);
        } catch (SSLException untrusted) {
            throw new DicomWebException("The server " + host() + " cannot be trusted, or does not speak TLS.", true, untrusted);
        } catch (IOException unreachable) {
            throw new DicomWebException("The server " + host() + " cannot be reached, or broke the connection off.", true, unreachable);
        }
    }

    private HttpResponse<InputStream> send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, answer -> HttpResponse.BodySubscribers.mapping(HttpResponse.BodySubscribers.ofInputStream(),
                body -> new TimedBody(body, node.patience(), clock, host())));
    }

    /** A body of which no more is read than that. */
    InputStream bounded(InputStream body, long most) {
        return new LimitedInput(body, most,
                () -> new DicomWebException("The server " + host() + " sent more than " + most + " bytes.", false));
    }

    /** @throws DicomWebException if the status is another one */
    void demand(HttpResponse<?> response, int... statuses) throws DicomWebException {
        int status = response.statusCode();
        if (Arrays.stream(statuses).noneMatch(one -> one == status)) {
            throw new DicomWebException("The server " + host() + " " + words(status), isWorthTrying(status), status);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static String words(int status) {
        return switch (status) {
            case 401 -> "wants to know who asks: user and password, or a token (status 401).";
            case 403 -> "does not allow this to who asks (status 403).";
            case 404 -> "has nothing at this address (status 404).";
            case 413 -> "takes no request of this size (status 413).";
            case 507 -> "has no room (status 507).";
            default -> status >= 300 && status < 400 ? "sends to another address, which is not followed (status " + status + ")."
                    : "answered with status " + status + ".";
        };
    }

    /** What a person may mend at either side, and what may be over later. */
    private static boolean isWorthTrying(int status) {
        return status == 401 || status == 403 || status == 404 || status == 408 || status == 429 || status >= 500;
    }
}
