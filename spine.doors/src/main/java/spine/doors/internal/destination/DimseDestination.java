package spine.doors.internal.destination;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import spine.api.Cancellation;
import spine.api.delivery.DeliveryException;
import spine.api.delivery.Destination;
import spine.api.service.EffectiveSettings;
import spine.common.install.InstallPaths;
import spine.dicom.result.DeliveryAttempts;
import spine.dicom.result.ResultSelection;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.RemoteNode;

/** A destination that takes objects by C-STORE. */
@Component(service = Destination.class, configurationPid = DestinationConfiguration.FACTORY,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Capability(namespace = EffectiveSettings.OPERATION, name = DestinationConfiguration.FACTORY)
public final class DimseDestination implements Destination {
    private static final char FACTORY = '~';

    private final String name;
    private final ResultSelection wanted;
    private final Optional<Duration> commitment;
    private final DeliveryAttempts<RemoteNode> attempts;
    private final DicomNetwork network;

    @Activate
    public DimseDestination(BundleContext context, DestinationConfiguration configuration, Map<String, Object> properties,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) DicomNetwork network) {
        this(name((String) properties.get(Constants.SERVICE_PID)), ResultSelection.of(configuration.objects(), configuration.senders()),
                NodeSettings.commitment(configuration),
                () -> NodeSettings.node(configuration, InstallPaths.of(context::getProperty).conf()),
                network);
    }

    /**
     * @param commitment how long to wait until the archive says what it keeps; empty if it is not asked
     * @param node asked at each attempt; may throw an {@link IllegalArgumentException} with a sentence
     */
    DimseDestination(String name, ResultSelection wanted, Optional<Duration> commitment, Supplier<RemoteNode> node, DicomNetwork network) {
        this.name = name;
        this.wanted = wanted;
        this.commitment = commitment;
        this.attempts = new DeliveryAttempts<>(node);
        this.network = network;
    }

    private static String name(String pid) {
        return pid.substring(pid.indexOf(FACTORY) + 1);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean takes(String sopClass, String sender) {
        return wanted.includes(sopClass, sender);
    }

    @Override
    public void send(List<Path> objects, Consumer<Path> accepted, Cancellation cancellation) throws DeliveryException {
        attempts.make(node -> {
            transmission(node, accepted).send(objects, cancellation);
            return true;
        });
    }

    @Override
    public boolean resume(List<Path> objects, Consumer<Path> accepted, Cancellation cancellation) throws DeliveryException {
        return attempts.make(node -> transmission(node, accepted).resume(objects, cancellation));
    }

    private Transmission transmission(RemoteNode node, Consumer<Path> accepted) {
        return new Transmission(network, node, commitment, accepted);
    }

    @Override
    public String complaint() {
        return attempts.complaint();
    }
}
