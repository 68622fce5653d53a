package spine.web.internal.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

import spine.common.keystore.ClientTls;
import spine.common.keystore.StorePassword;
import spine.web.internal.access.SingleSignOn;

/** The provider that the settings name. */
final class ConfiguredProvider {

    private ConfiguredProvider() {
    }

    /**
     * @param conf folder that names of files are relative to
     * @throws IllegalArgumentException with a sentence on the setting that does not hold
     */
    static OpenIdProvider of(Path conf, OpenIdSettings settings) {
        if (settings.client_id().isBlank()) {
            throw new IllegalArgumentException("client.id is empty.");
        }
        URI answer = URI.create(address("own.address", settings.own_address()).toString().replaceFirst("/$", "")
                + SingleSignOn.PATH + "/answer");
        String secret = settings.client_secret_file().isBlank() ? "" : secret(conf.resolve(settings.client_secret_file().strip()));
        Optional<Path> trusted = Optional.of(settings.tls_trusted().strip()).filter(file -> !file.isEmpty()).map(conf::resolve);
        return new OpenIdProvider(new OpenIdProvider.Client(address("issuer", settings.issuer()), settings.client_id().strip(), secret,
                answer, settings.scopes().strip()), new ProviderConnection(trusted.map(ClientTls::context)),
                InstantSource.system());
    }

    private static String secret(Path file) {
        try {
            return new String(new StorePassword(file, "").read());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the secret cannot be read " + StorePassword.where(file) + ".", unreadable);
        }
    }

    /** Over TLS, or on this machine. */
    private static URI address(String setting, String text) {
        try {
            URI address = URI.create(text.strip());
            boolean local = "http".equals(address.getScheme()) && address.getHost() != null
                    && (address.getHost().equals("localhost") || address.getHost().matches("127(\\.\\d{1,3}){3}"));
            if (address.getHost() != null && (local || "https".equals(address.getScheme())) && address.getRawUserInfo() == null
                    && address.getRawQuery() == null && address.getRawFragment() == null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw new IllegalArgumentException(setting + " = " + text
                + " is not https://HOST:PORT; http is for addresses of this machine only.");
    }
}
