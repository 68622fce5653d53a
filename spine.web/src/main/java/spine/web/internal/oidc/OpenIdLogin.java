package spine.web.internal.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

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
import jakarta.servlet.http.HttpServletResponse;
import spine.api.service.EffectiveSettings;
import spine.common.install.InstallPaths;
import spine.web.internal.access.Authenticator;
import spine.web.internal.access.LoginTurns;
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
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Between two lines in the log of the process, which whoever tries again and again must not fill. */
    private static final Duration SAID = Duration.ofSeconds(10);

    private final LoginAttempts attempts = new LoginAttempts(InstantSource.system());
    private final LoginTurns turns = new LoginTurns(AT_ONCE, PATIENCE);
    private final Authenticator authenticator;
    private final OpenIdSettings settings;
    private final Optional<OpenIdProvider> provider;
    private final Optional<RoleClaim> roles;
    private final String refusal;
    private Instant said = Instant.EPOCH;

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
                usable = Optional.of(ConfiguredProvider.of(conf, settings));
            } catch (IllegalArgumentException wrong) {
                why = "Nobody can log in by " + settings.name() + ", because of conf/" + OpenIdSettings.PID + ".cfg: " + wrong.getMessage();
                LOG.error(why);
            }
        }
        this.provider = usable;
        this.roles = mapping;
        this.refusal = why;
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
        return settings.issuer().strip();
    }

    LoginAttempts attempts() {
        return attempts;
    }

    /** Where a browser logs in. */
    URI authorization(Attempt attempt) throws Problem {
        OpenIdProvider usable = usable();
        return turns.inTurn(() -> {
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
        return turns.inTurn(() -> {
            try {
                return Person.of(usable.redeem(code, attempt), settings.name_claim(), roles.orElseThrow());
            } catch (IOException failure) {
                throw unusable(failure);
            } catch (BadJOSEException unproven) {
                warn("a login by " + settings.name() + " was refused: " + unproven.getMessage());
                throw new Problem(HttpServletResponse.SC_FORBIDDEN, "Who you are was not proved by " + settings.name() + "; try again.");
            }
        });
    }

    private OpenIdProvider usable() throws Problem {
        return provider.orElseThrow(() -> new Problem(HttpServletResponse.SC_NOT_FOUND, "There is no other login here."));
    }

    private Problem unusable(IOException failure) {
        warn(issuer() + " cannot be used: " + failure.getMessage());
        return new Problem(HttpServletResponse.SC_BAD_GATEWAY,
                "Nobody can log in by " + settings.name() + " at the moment; ./spine health says why.");
    }

    private synchronized void warn(String words) {
        Instant now = Instant.now();
        if (said.plus(SAID).isBefore(now)) {
            said = now;
            LOG.warn(words);
        }
    }

    @Override
    public Result execute() {
        if (!refusal.isEmpty()) {
            return new Result(Result.Status.WARN, refusal);
        }
        if (provider.isEmpty()) {
            return new Result(Result.Status.OK, "There is none.");
        }
        OpenIdProvider asked = provider.get();
        if (!asked.wasAsked()) {
            return new Result(Result.Status.OK, "People may log in by " + settings.issuer() + ", too; nobody has yet, so whether that"
                    + " works is not known.");
        }
        return asked.complaint().isEmpty() ? new Result(Result.Status.OK, "People log in by " + settings.issuer() + ", too.")
                : new Result(Result.Status.WARN, "Nobody can log in by " + settings.issuer() + ": " + asked.complaint() + ".");
    }
}
