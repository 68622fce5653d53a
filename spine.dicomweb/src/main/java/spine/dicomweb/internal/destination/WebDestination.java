package spine.dicomweb.internal.destination;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import spine.api.Cancellation;
import spine.api.delivery.DeliveryException;
import spine.api.delivery.Destination;
import spine.api.service.EffectiveSettings;
import spine.common.install.InstallPaths;
import spine.dicom.result.DeliveryAttempts;
import spine.dicom.result.DeliveryAttempts.Attempt;
import spine.dicom.result.ResultSelection;
import spine.io.dicomweb.Credentials;
import spine.io.dicomweb.DicomWeb;
import spine.io.dicomweb.DicomWebException;
import spine.io.dicomweb.DicomWebNode;

/** A destination that takes objects by STOW-RS. */
@Component(service = Destination.class, configurationPid = WebDestinationConfiguration.FACTORY,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Capability(namespace = EffectiveSettings.OPERATION, name = WebDestinationConfiguration.FACTORY)
public final class WebDestination implements Destination {
    /** Apart from the names of destinations that are called by other protocols. */
    private static final String PREFIX = "web:";
    private static final char FACTORY = '~';
    /** Answers to a search of servers that only store, or do not let this side search. */
    private static final Set<Integer> NOT_OFFERED = Set.of(400, 401, 403, 404, 405, 406, 410, 501);

    private final String name;
    private final ResultSelection wanted;
    private final DeliveryAttempts<DicomWebNode> attempts;
    private final DicomWeb web;

    @Activate
    public WebDestination(BundleContext context, WebDestinationConfiguration configuration, Map<String, Object> properties,
            @Reference DicomWeb web) {
        this(name((String) properties.get(Constants.SERVICE_PID)),
                ResultSelection.of(configuration.objects(), configuration.senders()),
                () -> node(configuration, InstallPaths.of(context::getProperty).conf()), web);
    }

    /** @param node asked at each attempt; may throw an {@link IllegalArgumentException} with a sentence */
    WebDestination(String name, ResultSelection wanted, Supplier<DicomWebNode> node, DicomWeb web) {
        this.name = name;
        this.wanted = wanted;
        this.attempts = new DeliveryAttempts<>(node);
        this.web = web;
    }

    private static String name(String pid) {
        return PREFIX + pid.substring(pid.indexOf(FACTORY) + 1);
    }

    /** @param conf folder that names of files are relative to */
    private static DicomWebNode node(WebDestinationConfiguration configuration, Path conf) {
        Optional<Path> trusted = Optional.of(configuration.tls_trusted().strip()).filter(file -> !file.isEmpty()).map(conf::resolve);
        return new DicomWebNode(DicomWebNode.address(configuration.address()),
                Credentials.of(conf, configuration.user(), configuration.password_file(), configuration.token_file()), trusted,
                Duration.ofSeconds(configuration.timeout_seconds()));
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
        attempt(server -> {
            web.store(server, objects, accepted, cancellation);
            return true;
        });
    }

    @Override
    public boolean resume(List<Path> objects, Consumer<Path> accepted, Cancellation cancellation) throws DeliveryException {
        return attempt(server -> {
            Optional<List<Path>> there = present(server, objects, cancellation);
            there.ifPresent(files -> files.forEach(accepted));
            List<Path> missing = objects.stream().filter(file -> there.isEmpty() || !there.get().contains(file)).toList();
            web.store(server, missing, accepted, cancellation);
            return there.isPresent();
        });
    }

    /** @return which of the files the server has; empty if it does not offer to be asked */
    private Optional<List<Path>> present(DicomWebNode server, List<Path> files, Cancellation cancellation) throws IOException {
        try {
            return Optional.of(web.present(server, files, cancellation));
        } catch (DicomWebException failure) {
            if (NOT_OFFERED.contains(failure.status())) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private boolean attempt(Attempt<DicomWebNode> attempt) throws DeliveryException {
        return attempts.make(server -> {
            try {
                return attempt.at(server);
            } catch (DicomWebException failure) {
                throw new DeliveryException(failure.getMessage(), failure.isWorthTrying());
            }
        });
    }

    @Override
    public String complaint() {
        return attempts.complaint();
    }
}
