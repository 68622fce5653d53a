package spine.web.internal.listen;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;

import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.servlet.Servlet;
import spine.api.job.WorkerDoor;
import spine.api.service.EffectiveSettings;
import spine.common.install.InstallPaths;
import spine.web.internal.WebSettings;
import spine.web.internal.access.SpineContext;
import spine.web.internal.access.WorkerSecret;

/** Has Jetty listen where the settings say, and says whether it does. With settings that do not hold nothing listens. */
@Capability(namespace = EffectiveSettings.OPERATION, name = WebSettings.PID)
@Component(service = HealthCheck.class, immediate = true, configurationPid = {WebSettings.SHIPPED, WebSettings.PID})
@HealthCheckService(name = "web", tags = {"ready", "door"})
public final class Listener implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    /** For Jetty to start. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Bundle bundle;
    private final ConfigurationAdmin admin;
    private final int port;
    private final ConnectionBound bound;
    private final ServiceRegistration<ConnectorFactory> registration;
    private final Optional<ServiceRegistration<WorkerDoor>> door;
    private final Instant since = Instant.now();
    private final String address;
    private final String refusal;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile HttpServiceRuntime whiteboard;

    @Activate
    public Listener(BundleContext context, @Reference ConfigurationAdmin admin, @Reference WorkerSecret secret,
            WebSettings settings) throws IOException {
        this.bundle = context.getBundle();
        this.admin = admin;
        this.port = settings.port();
        this.bound = new ConnectionBound(settings.connections(), settings.connections_per_address());
        // Before Felix HTTP is started, which lies one start level higher.
        System.setProperty(JettyProperties.WAIT_FOR_CONFIGURATION, "true");
        registration = context.registerService(ConnectorFactory.class, bound, null);
        String where = "";
        String why = "";
        Optional<WorkerDoor> open = Optional.empty();
        try {
            JettyProperties jetty = JettyProperties.of(settings, InstallPaths.of(context::getProperty));
            System.setProperty(JettyProperties.STORE_PASSWORD, jetty.password());
            open = Optional.of(OpenDoor.of(jetty, secret.text()));
            configuration().update(new Hashtable<>(jetty.configuration()));
            where = jetty.address();
        } catch (IllegalArgumentException e) {
            why = e.getMessage();
            LOG.error(why);
            configuration().delete();
        }
        this.address = where;
        this.refusal = why;
        this.door = open.map(one -> context.registerService(WorkerDoor.class, one, null));
    }

    @Deactivate
    void close() throws IOException {
        door.ifPresent(ServiceRegistration::unregister);
        configuration().delete();
        registration.unregister();
        System.clearProperty(JettyProperties.STORE_PASSWORD);
    }

    private Configuration configuration() throws IOException {
        return admin.getConfiguration(JettyProperties.PID, "?");
    }

    /** The port is open before the servlets are behind it. */
    private boolean answers() {
        HttpServiceRuntime runtime = whiteboard;
        long own = Arrays.stream(bundle.getRegisteredServices())
                .filter(service -> List.of((String[]) service.getProperty(Constants.OBJECTCLASS)).contains(Servlet.class.getName()))
                .count();
        return runtime != null && Arrays.stream(runtime.getRuntimeDTO().servletContextDTOs)
                .anyMatch(context -> context.name.equals(SpineContext.NAME) && context.servletDTOs.length >= own);
    }

    @Override
    public Result execute() {
        if (!refusal.isEmpty()) {
            return new Result(Result.Status.CRITICAL, refusal);
        }
        if (bound.listens(port) && answers()) {
            return new Result(Result.Status.OK, "Web pages and REST: " + address);
        }
        return Instant.now().isBefore(since.plus(PATIENCE))
                ? new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "The web listener is being started.")
                : new Result(Result.Status.CRITICAL, "Nothing listens for HTTP, because port " + port
                        + " cannot be opened; another program may use it, and the log has the details.");
    }
}
