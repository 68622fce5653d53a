package spine.web.internal.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import spine.common.text.PlainText;
import spine.web.internal.oidc.LoginAttempts.Attempt;

/** A provider, as one of its clients sees it. Safe for use by many threads. */
final class OpenIdProvider {
    private static final Duration DOCUMENT_KEPT = Duration.ofHours(1);
    /** Whoever begins logins without end must not have the provider asked as often. */
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(2);
    private static final long KEYS_KEPT_MILLIS = Duration.ofMinutes(15).toMillis();
    /** After an unknown key. */
    private static final long KEYS_AGAIN_MILLIS = Duration.ofSeconds(10).toMillis();
    private static final long KEYS_PATIENCE_MILLIS = Duration.ofSeconds(20).toMillis();

    private final Client client;
    private final ProviderConnection connection;
    private final InstantSource clock;
    private volatile Known known = new Known(Optional.empty(), "", Instant.MIN);

    /**
     * What provider and client have agreed on.
     *
     * @param issuer address of the provider
     * @param id of the client
     * @param secret of the client; empty if it has none
     * @param answer where the provider sends browsers back to
     * @param scopes separated by blanks
     */
    record Client(URI issuer, String id, String secret, URI answer, String scopes) {

        @Override
        public String toString() {
            return id + " of " + issuer;
        }
    }

    private record Known(Optional<Endpoints> endpoints, String complaint, Instant until) {
    }

    private record Endpoints(ProviderDocument document, IdTokenCheck check) {
    }

    OpenIdProvider(Client client, ProviderConnection connection, InstantSource clock) {
        this.client = client;
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Where a browser logs in.
     *
     * @throws IOException with the end of a sentence, if the provider cannot be used
     */
    URI authorization(Attempt attempt) throws IOException {
        URI address = endpoints().document().authorization();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.id());
        query.put("redirect_uri", client.answer().toString());
        query.put("scope", ("openid " + client.scopes()).strip());
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", attempt.challenge());
        query.put("code_challenge_method", "S256");
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + form(query));
    }

    /**
     * Whom the provider vouches for.
     *
     * @param code that came with the browser
     * @throws IOException with the end of a sentence, if the provider cannot be used
     * @throws BadJOSEException if what it answers proves nothing
     */
    JWTClaimsSet redeem(String code, Attempt attempt) throws IOException, BadJOSEException {
        Endpoints endpoints = endpoints();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", client.answer().toString());
        form.put("code_verifier", attempt.verifier());
        Optional<String> header = Optional.empty();
        if (client.secret().isEmpty() || endpoints.document().secretInForm()) {
            form.put("client_id", client.id());
            if (!client.secret().isEmpty()) {
                form.put("client_secret", client.secret());
            }
        } else {
            // RFC 6749 section 2.3.1: both are encoded as in a form first.
            header = Optional.of("Basic " + Base64.getEncoder().encodeToString(
                    (encoded(client.id()) + ":" + encoded(client.secret())).getBytes(StandardCharsets.UTF_8)));
        }
        ProviderConnection.Answer answer = connection.post(endpoints.document().token(), form(form), header);
        if (answer.status() != 200 && answer.status() / 100 != 4) {
            throw new IOException("it answers with status " + answer.status());
        }
        try {
            JsonNode json = new ObjectMapper().readTree(answer.text());
            if (answer.status() != 200) {
                throw new BadJOSEException("the provider gives no token for the code, or not to this client (status " + answer.status()
                        + ", " + PlainText.excerpt(json.path("error").asText("without a reason")) + ")");
            }
            return endpoints.check().claims(json.path("id_token").asText(), attempt.nonce());
        } catch (JsonProcessingException malformed) {
            throw new BadJOSEException("the provider gave no ID token that can be read", malformed);
        } catch (JOSEException keys) {
            throw new IOException("its keys cannot be had", keys);
        }
    }

    /** Whether the provider was asked for anything; until then nobody knows whether it can be used. */
    boolean wasAsked() {
        return known.until().isAfter(Instant.MIN);
    }

    /** What was wrong with the provider when it was asked last; empty if nothing was, or it was not asked. */
    String complaint() {
        return known.complaint();
    }

    private synchronized Endpoints endpoints() throws IOException {
        Instant now = clock.instant();
        if (!now.isBefore(known.until())) {
            known = discovered(now);
        }
        Known last = known;
        return last.endpoints().orElseThrow(() -> new IOException(last.complaint()));
    }

    private Known discovered(Instant now) {
        try {
            String issuer = client.issuer().toString();
            URI address = URI.create(issuer.replaceFirst("/$", "") + ProviderDocument.PATH);
            ProviderConnection.Answer answer = connection.get(address);
            if (answer.status() != 200) {
                throw new IllegalArgumentException(address + " answers with status " + answer.status());
            }
            ProviderDocument document = ProviderDocument.read(answer.text(), client.issuer());
            return new Known(Optional.of(new Endpoints(document, check(document))), "", now.plus(DOCUMENT_KEPT));
        } catch (IOException unreachable) {
            return new Known(Optional.empty(), "it cannot be reached, or cannot be trusted", now.plus(FAILURE_KEPT));
        } catch (IllegalArgumentException unusable) {
            return new Known(Optional.empty(), unusable.getMessage(), now.plus(FAILURE_KEPT));
        }
    }

    private IdTokenCheck check(ProviderDocument document) throws IOException {
        URL keys = document.keys().toURL();
        return new IdTokenCheck(client.issuer().toString(), client.id(), JWKSourceBuilder.<SecurityContext>create(keys, url -> {
            ProviderConnection.Answer answer = connection.get(document.keys());
            if (answer.status() != 200) {
                throw new IOException("status " + answer.status());
            }
            return new Resource(answer.text(), "application/json");
        }).cache(KEYS_KEPT_MILLIS, KEYS_PATIENCE_MILLIS).refreshAheadCache(false).rateLimited(KEYS_AGAIN_MILLIS).build(), clock);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
