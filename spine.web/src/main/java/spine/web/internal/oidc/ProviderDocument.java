package spine.web.internal.oidc;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0, section 3).
 *
 * @param authorization where browsers are sent to
 * @param token where codes become tokens
 * @param keys where the keys are that sign tokens
 * @param secretInForm whether the secret of a client goes into the form rather than into a header
 */
record ProviderDocument(URI authorization, URI token, URI keys, boolean secretInForm) {
    /** Of the address of an issuer. */
    static final String PATH = "/.well-known/openid-configuration";

    /** @throws IllegalArgumentException with the end of a sentence, if it cannot be used */
    static ProviderDocument read(String text, URI issuer) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("what it says of itself is no JSON", malformed);
        }
        if (!json.path("issuer").asText().equals(issuer.toString())) {
            throw new IllegalArgumentException("it names another issuer than the settings");
        }
        List<String> methods = new ArrayList<>();
        json.path("token_endpoint_auth_methods_supported").forEach(method -> methods.add(method.asText()));
        return new ProviderDocument(address(json, "authorization_endpoint", issuer), address(json, "token_endpoint", issuer),
                address(json, "jwks_uri", issuer), methods.contains("client_secret_post") && !methods.contains("client_secret_basic"));
    }

    private static URI address(JsonNode json, String name, URI issuer) {
        try {
            URI address = URI.create(json.path(name).asText());
            // An issuer on this machine may do without TLS, and then so may what it names.
            boolean samePlain = "http".equals(address.getScheme()) && "http".equals(issuer.getScheme())
                    && issuer.getHost().equals(address.getHost());
            if (address.getHost() != null && address.getRawUserInfo() == null && ("https".equals(address.getScheme()) || samePlain)) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw new IllegalArgumentException("its " + name + " is no https address");
    }
}
