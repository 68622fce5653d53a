package spine.web.internal.oidc;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;

/** Requests to a provider: no redirections, and bounds on size and time. Safe for use by many threads. */
final class ProviderConnection {
    /** Bytes of an answer; documents of providers and sets of keys have some thousand. */
    private static final int MOST_BYTES = 256 * 1024;
    /** Of a whole exchange; a person waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client;

    /** @param trust in the provider's certificate; as Java has it if empty */
    ProviderConnection(Optional<SSLContext> trust) {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1);
        trust.ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param text in UTF-8
     */
    record Answer(int status, String text) {
    }

    Answer get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).header("Accept", "application/json").GET());
    }

    /** @param authorization value of the header; none if empty */
    Answer post(URI address, String form, Optional<String> authorization) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return send(request);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.timeout(PATIENCE).build(),
                head -> new CollectedBody(MOST_BYTES));
        try {
            HttpResponse<byte[]> response = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for the provider");
        } catch (TimeoutException late) {
            throw new IOException("no whole answer within " + PATIENCE.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause().getMessage()), failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
