package spine.io.dicomweb.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spine.io.dicomweb.Credentials;
import spine.io.dicomweb.DicomWebException;
import spine.io.dicomweb.DicomWebNode;

class ExchangeTest {
    private final ImpatientServer server = new ImpatientServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anIdleConnectionThatWasClosedIsReplaced(boolean reset) throws Exception {
        server.closeByReset(reset);
        try (Exchange exchange = new Exchange(node())) {
            assertEquals("1", ask(exchange, exchange.request("/a").GET()));
            assertEquals("2", ask(exchange, exchange.request("/b").GET()));
            assertEquals("3", ask(exchange, exchange.request("/c").POST(HttpRequest.BodyPublishers.ofString("body"))));
        }
        assertEquals(3, server.connections());
    }

    @Test
    void whatIsBrokenOffAgainIsSaid() throws Exception {
        server.answerNothing();
        try (Exchange exchange = new Exchange(node())) {
            assertThrows(DicomWebException.class, () -> ask(exchange, exchange.request("/a").GET()));
            // The client of Java does the same in some cases.
            int asked = server.connections();
            assertTrue(asked >= 2, "asked once more");
            assertThrows(DicomWebException.class, () -> ask(exchange, exchange.request("/b").POST(HttpRequest.BodyPublishers.noBody())));
            assertEquals(asked + 1, server.connections());
        }
    }

    private DicomWebNode node() {
        return new DicomWebNode(URI.create("http://127.0.0.1:" + server.port()), Credentials.NONE, Optional.empty(), Duration.ofSeconds(5));
    }

    private static String ask(Exchange exchange, HttpRequest.Builder request) throws IOException {
        HttpResponse<InputStream> response = exchange.send(request.build());
        try (InputStream body = response.body()) {
            return new String(body.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
