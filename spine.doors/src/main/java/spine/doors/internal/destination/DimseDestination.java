package spine.doors.internal.destination;

import java.io.IOException;
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
import spine.common.file.FileFailure;
import spine.common.install.InstallPaths;
import spine.common.text.Sentence;
import spine.dicom.result.ResultSelection;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.RemoteNode;

/** A destination that takes objects by C-STORE. */
@Component(service = {Destination.class, DimseDestination.class}, configurationPid = DestinationConfiguration.FACTORY,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Capability(namespace = EffectiveSettings.OPERATION, name = DestinationConfiguration.FACTORY)
public final class DimseDestination implements Destination {
    private static final char FACTORY = '~';

    private final String name;
    private final ResultSelection wanted;
    private final Optional<Duration> commitment;
    private final Supplier<RemoteNode> node;
    private final DicomNetwork network;
    private volatile String complaint = "";

    @Activate
    public DimseDestination(BundleContext context, DestinationConfiguration configuration, Map<String, Object> properties,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) DicomNetwork network) {
        this(name((String) properties.get(Constants.SERVICE_PID)), ResultSelection.of(configuration.objects(), configuration.senders()),
                NodeSettings.commitment(configuration), () -> NodeSettings.node(configuration, InstallPaths.of(context::getProperty).conf()), network);
    }

    /**
     * @param commitment how long to wait until the archive says what it keeps; empty if it is not asked
     * @param node asked at each attempt; may throw an {@link IllegalArgumentException} with a sentence
     */
    DimseDestination(String name, ResultSelection wanted, Optional<Duration> commitment, Supplier<RemoteNode> node, DicomNetwork network) {
        this.name = name;
        this.wanted = wanted;
        this.commitment = commitment;
        this.node = node;
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
        attempt(accepted, transmission -> {
            transmission.send(objects, cancellation);
            return true;
        });
    }

    @Override
    public boolean resume(List<Path> objects, Consumer<Path> accepted, Cancellation cancellation) throws DeliveryException {
        return attempt(accepted, transmission -> transmission.resume(objects, cancellation));
    }

    private boolean attempt(Consumer<Path> accepted, Attempt attempt) throws DeliveryException {
        try {
            boolean once = translated(accepted, attempt);
            complaint = "";
            return once;
        } catch (DeliveryException failure) {
            complaint = failure.getMessage();
            throw failure;
        }
    }

    private boolean translated(Consumer<Path> accepted, Attempt attempt) throws DeliveryException {
        try {
            return attempt.by(new Transmission(network, usable(), commitment, accepted));
        } catch (IOException failure) {
            throw new DeliveryException(Sentence.of(FileFailure.reason(failure)), true);
        } catch (IllegalArgumentException wrong) {
            throw unusable(wrong);
        }
    }

    @FunctionalInterface
    private interface Attempt {
        boolean by(Transmission transmission) throws DeliveryException, IOException;
    }

    /** Wrong settings are for a person to mend, and worth another attempt then. */
    private RemoteNode usable() throws DeliveryException {
        try {
            return node.get();
        } catch (IllegalArgumentException wrong) {
            throw unusable(wrong);
        }
    }

    private DeliveryException unusable(IllegalArgumentException wrong) {
        return new DeliveryException("Destination " + name + " cannot be used: " + wrong.getMessage(), true);
    }

    /** Why it cannot be used, or why it did not accept everything at the last attempt, in one sentence; empty if nothing is wrong. */
    String complaint() {
        try {
            usable();
            return complaint;
        } catch (DeliveryException unusable) {
            return unusable.getMessage();
        }
    }
}
