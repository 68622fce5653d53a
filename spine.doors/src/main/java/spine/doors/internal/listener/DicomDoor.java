package spine.doors.internal.listener;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import spine.api.intake.Intake;
import spine.api.service.EffectiveSettings;
import spine.common.install.InstallPaths;
import spine.common.text.HostPort;
import spine.doors.internal.TlsFiles;
import spine.io.dimse.AllowedCaller;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.ListenerSettings;

/**
 * Listens for DICOM objects; while there is no intake they are refused for now. Changed settings make a new component: the old one ends
 * the messages it is in first, and what it had no time to acknowledge the sender sends again.
 */
@Component(immediate = true, configurationPid = {ListenerConfiguration.SHIPPED, ListenerConfiguration.PID})
@HealthCheckService(name = "listener", tags = {"ready", "door"})
@Capability(namespace = EffectiveSettings.OPERATION, name = ListenerConfiguration.PID)
public final class DicomDoor implements HealthCheck {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Intake intake;

    private final Optional<PersistentListener> listener;

    @Activate
    public DicomDoor(BundleContext context, ListenerConfiguration configuration,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) DicomNetwork network) {
        Path conf = InstallPaths.of(context::getProperty).conf();
        TlsFiles tls = TlsFiles.in(conf, configuration.tls_keys(), configuration.tls_clients(), configuration.tls_password_file());
        this.listener = configuration.enabled() ? Optional.of(new PersistentListener(network, new IntakeHandler(() -> intake),
                () -> settings(configuration, tls), tls::stamp, PAUSE)) : Optional.empty();
    }

    /** @throws IllegalArgumentException with a sentence, if a part cannot be used */
    static ListenerSettings settings(ListenerConfiguration configuration, TlsFiles tls) {
        return new ListenerSettings(address(configuration.address()), configuration.port(), Set.of(configuration.titles()),
                Arrays.stream(configuration.callers()).map(AllowedCaller::parse).toList(),
                tls.isEmpty() ? Optional.empty() : Optional.of(tls.settings(tls.trusted().isPresent())), limits(configuration));
    }

    private static InetAddress address(String name) {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("The address '" + name + "' to listen on is not known.", unknown);
        }
    }

    private static ListenerLimits limits(ListenerConfiguration configuration) {
        return new ListenerLimits(configuration.associations(), configuration.associations_per_address(), ListenerLimits.DEFAULT.pduBytes(),
                (long) configuration.object_megabytes() << 20, Duration.ofSeconds(configuration.request_seconds()),
                Duration.ofSeconds(configuration.idle_seconds()), Duration.ofSeconds(configuration.pace_seconds()),
                configuration.pace_kilobytes() << 10);
    }

    @Override
    public Result execute() {
        if (listener.isEmpty()) {
            return new Result(Result.Status.OK, "No DICOM is taken from the network, as " + ListenerConfiguration.PID + " says.");
        }
        if (intake == null) {
            return new Result(Result.Status.WARN, "DICOM objects are refused for now: nothing that keeps images is ready yet.");
        }
        return listener.get().address().map(at -> new Result(Result.Status.OK, "DICOM is taken on " + HostPort.of(at) + "."))
                .orElseGet(() -> new Result(Result.Status.WARN, listener.get().obstacle()));
    }

    @Deactivate
    void close() throws IOException {
        if (listener.isPresent()) {
            listener.get().close();
        }
    }
}
