package spine.web.internal.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServletResponse;
import spine.api.service.EffectiveSettings;
import spine.common.access.AccountName;
import spine.common.access.Role;
import spine.common.install.InstallPaths;
import spine.common.keystore.ClientTls;
import spine.common.keystore.StorePassword;
import spine.web.internal.access.Authenticator;
import spine.web.internal.access.SingleSignOn;
import spine.web.internal.http.Problem;
import spine.web.internal.oidc.LoginAttempts.Attempt;

/** Logs people in whom an OpenID provider vouches for, if the settings name one. Safe for use by many threads. */
@Capability(namespace = EffectiveSettings.OPERATION, name = OpenIdSettings.PID)
@Component(service = {OpenIdLogin.class, SingleSignOn.class, HealthCheck.class}, immediate = true,
        configurationPid = {OpenIdSettings.SHIPPED, OpenIdSettings.PID})
@HealthCheckService(name = "single sign-on", tags = "ready")
public final class OpenIdLogin implements SingleSignOn, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdLogin.class);
    /** Logins for which the provider is asked at the same time. */
    private static final int AT_ONCE = 4;

    private final LoginAttempts attempts = new LoginAttempts(InstantSource.system());
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Authenticator authenticator;
    private final OpenIdSettings settings;
    private final Optional<OpenIdProvider> provider;
    private final Optional<RoleClaim> roles;
    private final String refusal;

    /**
     * Somebody whom the provider vouches for.
     *
     * @param subject by which the provider tells people apart
     */
    record Person(String name, Role role, String subject) {
    }

    @Activate
    public OpenIdLogin(BundleContext context, @Reference Authenticator authenticator, OpenIdSettings settings) {
        this(InstallPaths.of(context::getProperty).conf(), authenticator, settings);
    }

    OpenIdLogin(Path conf, Authenticator authenticator, OpenIdSettings settings) {
        this.authenticator = authenticator;
        this.settings = settings;
        Optional<OpenIdProvider> usable = Optional.empty();
        Optional<RoleClaim> mapping = Optional.empty();
        String why = "";
        if (!settings.issuer().isBlank()) {
            try {
                mapping = Optional.of(RoleClaim.of(settings.role_claim(), settings.roles()));
                usable = Optional.of(provider(conf, settings));
            } catch (IllegalArgumentException wrong) {
                why = "Nobody can log in by " + settings.name() + ", because of conf/" + OpenIdSettings.PID + ".cfg: " + wrong.getMessage();
                LOG.error(why);
            }
        }
        this.provider = usable;
        this.roles = mapping;
        this.refusal = why;
    }

    private static OpenIdProvider provider(Path conf, OpenIdSettings settings) {
        if (settings.client_id().isBlank()) {
            throw new IllegalArgumentException("client.id is empty.");
        }
        URI answer = URI.create(address("own.address", settings.own_address()).toString().replaceFirst("/$", "") + PATH + "/answer");
        String secret = "";
        if (!settings.client_secret_file().isBlank()) {
            Path file = conf.resolve(settings.client_secret_file().strip());
            try {
                secret = new String(new StorePassword(file, "").read());
            } catch (IOException unreadable) {
                throw new IllegalArgumentException("the secret cannot be read in " + file
                        + ", which only its owner may be able to read (mode 600).", unreadable);
            }
        }
        Optional<Path> trusted = Optional.of(settings.tls_trusted().strip()).filter(file -> !file.isEmpty()).map(conf::resolve);
        return new OpenIdProvider(new OpenIdProvider.Client(address("issuer", settings.issuer()), settings.client_id().strip(), secret,
                answer, settings.scopes().strip()), new ProviderConnection(trusted.map(ClientTls::context)),
                InstantSource.system());
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
        throw new IllegalArgumentException(setting + " = " + text + " is not https://HOST:PORT; http is for addresses of this machine only.");
    }

    /** Whoever was let in by these settings is let in anew by the next ones. */
    @Deactivate
    void close() {
        authenticator.endGranted();
    }

    @Override
    public Optional<String> provider() {
        return provider.map(usable -> settings.name());
    }

    /** For the access log. */
    String issuer() {
        return settings.issuer();
    }

    LoginAttempts attempts() {
        return attempts;
    }

    /** Where a browser logs in. */
    URI authorization(Attempt attempt) throws Problem {
        OpenIdProvider usable = usable();
        return inTurn(() -> {
            try {
                return usable.authorization(attempt);
            } catch (IOException failure) {
                throw unusable(failure);
            }
        });
    }

    /** @throws Problem if the provider vouches for nobody, or for somebody who has no role here */
    Person person(String code, Attempt attempt) throws Problem {
        OpenIdProvider usable = usable();
        return inTurn(() -> {
            try {
                return person(usable.redeem(code, attempt));
            } catch (IOException failure) {
                throw unusable(failure);
            } catch (BadJOSEException unproven) {
                LOG.warn("a login by {} was refused: {}", settings.name(), unproven.getMessage());
                throw new Problem(HttpServletResponse.SC_FORBIDDEN, "Who you are was not proved by " + settings.name() + "; try again.");
            }
        });
    }

    private Person person(JWTClaimsSet claims) throws Problem {
        String name;
        try {
            name = AccountName.checked(String.valueOf(claims.getStringClaim(settings.name_claim())));
        } catch (IllegalArgumentException | ParseException unusable) {
            throw new Problem(HttpServletResponse.SC_FORBIDDEN, "What " + settings.name()
                    + " calls you can be no name here (claim " + settings.name_claim() + ").");
        }
        Role role = roles.orElseThrow().highest(claims.getClaim(settings.role_claim())).orElseThrow(() -> new Problem(
                HttpServletResponse.SC_FORBIDDEN, "You are known to " + settings.name() + ", but nothing says what you may do here (claim "
                + settings.role_claim() + ")."));
        return new Person(name, role, claims.getSubject());
    }

    private interface Request<T> {
        T answer() throws Problem;
    }

    private <T> T inTurn(Request<T> request) throws Problem {
        if (!turns.tryAcquire()) {
            throw new Problem(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Too many logins at the same time; try again.", 1);
        }
        try {
            return request.answer();
        } finally {
            turns.release();
        }
    }

    private OpenIdProvider usable() throws Problem {
        return provider.orElseThrow(() -> new Problem(HttpServletResponse.SC_NOT_FOUND, "There is no other login here."));
    }

    private Problem unusable(IOException failure) {
        LOG.warn("{} cannot be used: {}", settings.issuer(), failure.getMessage());
        return new Problem(HttpServletResponse.SC_BAD_GATEWAY, "Nobody can log in by " + settings.name() + " at the moment; ./spine health says why.");
    }

    @Override
    public Result execute() {
        if (!refusal.isEmpty()) {
            return new Result(Result.Status.WARN, refusal);
        }
        String complaint = provider.map(OpenIdProvider::complaint).orElse("");
        return complaint.isEmpty() ? new Result(Result.Status.OK, provider.map(usable -> "People log in by " + settings.issuer() + ", too.")
                .orElse("There is none."))
                : new Result(Result.Status.WARN, "Nobody can log in by " + settings.issuer() + ": " + complaint + ".");
    }
}
