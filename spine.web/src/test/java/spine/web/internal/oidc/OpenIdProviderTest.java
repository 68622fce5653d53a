package spine.web.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.nimbusds.jose.proc.BadJOSEException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import spine.web.internal.oidc.LoginAttempts.Attempt;

/** A provider that answers something else than it should. How a real one answers is tested with the whole platform. */
class OpenIdProviderTest {
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Attempt attempt = new LoginAttempts(InstantSource.system()).begin();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private HttpServer server;
    private String issuer;
    private OpenIdProvider provider;

    private record Reply(int status, String text) {
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        provider = new OpenIdProvider(new OpenIdProvider.Client(URI.create(issuer), "sp ine", "se:cret",
                URI.create("https://spine.example/login/oidc/answer"), "profile"), new ProviderConnection(Optional.empty()), () -> now);
        document(issuer, issuer + "/authorize?tenant=1", issuer + "/token");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void document(String name, String authorization, String token) {
        replies.put(ProviderDocument.PATH, new Reply(200, "{\"issuer\":\"" + name + "\",\"authorization_endpoint\":\"" + authorization
                + "\",\"token_endpoint\":\"" + token + "\",\"jwks_uri\":\"" + issuer + "/keys\"}"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        Reply reply = replies.getOrDefault(exchange.getRequestURI().getPath(), new Reply(404, ""));
        exchange.getResponseHeaders().set("Location", issuer + "/elsewhere");
        byte[] body = reply.text().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Test
    void aBrowserIsSentWithEverythingThatTheAnswerIsBoundTo() throws Exception {
        String address = provider.authorization(attempt).toString();
        assertTrue(address.startsWith(issuer + "/authorize?tenant=1&response_type=code&client_id=sp+ine"
                + "&redirect_uri=https%3A%2F%2Fspine.example%2Flogin%2Foidc%2Fanswer&scope=openid+profile&state=" + attempt.state()
                + "&nonce=" + attempt.nonce() + "&code_challenge=" + attempt.challenge() + "&code_challenge_method=S256"), address);
        provider.authorization(attempt);
        assertEquals(1, requests.get(), "it is asked about itself once");
    }

    @Test
    void whatAProviderSaysOfItselfIsNotTakenOnTrust() throws Exception {
        assertFalse(provider.wasAsked());
        unusable("it names another issuer than the settings", () -> document("https://evil.example", issuer, issuer));
        unusable("its token_endpoint is no https address", () -> document(issuer, issuer, "http://evil.example/token"));
        unusable("its authorization_endpoint is no https address", () -> document(issuer, "javascript:alert(1)", issuer));
        unusable("what it says of itself is no JSON", () -> replies.put(ProviderDocument.PATH, new Reply(200, "<html>")));
        unusable(issuer + ProviderDocument.PATH + " answers with status 302", () -> replies.put(ProviderDocument.PATH, new Reply(302, "")));
        unusable("it cannot be reached, or cannot be trusted",
                () -> replies.put(ProviderDocument.PATH, new Reply(200, " ".repeat(300_000))));
        int before = requests.get();
        assertThrows(IOException.class, () -> provider.authorization(attempt));
        assertEquals(before, requests.get(), "not asked again at once");
    }

    private void unusable(String complaint, Runnable change) {
        change.run();
        now = now.plusSeconds(7200);
        assertEquals(complaint, assertThrows(IOException.class, () -> provider.authorization(attempt)).getMessage());
        assertEquals(complaint, provider.complaint());
        assertTrue(provider.wasAsked());
    }

    @Test
    void aCodeThatGivesNoTokenProvesNothing() {
        for (Reply reply : new Reply[] {new Reply(400, "{\"error\":\"invalid_grant\"}"), new Reply(200, "{}"), new Reply(200, "<html>"),
                new Reply(200, "{\"id_token\":7}"), new Reply(200, "{\"id_token\":\"a.b.c\"}")}) {
            replies.put("/token", reply);
            assertThrows(BadJOSEException.class, () -> provider.redeem("code", attempt), reply.text());
        }
        for (Reply reply : new Reply[] {new Reply(500, ""), new Reply(302, "")}) {
            replies.put("/token", reply);
            assertThrows(IOException.class, () -> provider.redeem("code", attempt));
        }
    }
}
