package spine.isolation.internal.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.model.RefusedModel;
import spine.api.model.SegmentationModel;
import spine.api.score.ScoringIndex;
import spine.isolation.internal.process.BundleProcess;
import spine.isolation.internal.process.ProcessFailedException;
import spine.isolation.internal.process.ProcessLimits;
import spine.isolation.internal.wire.Offer;

/** One isolated bundle: its process, and the services that are offered in its name, or a refusal with the reason. */
final class HostedBundle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostedBundle.class);

    private final Bundle bundle;
    private final BundleContext context;
    private final String name;
    private final Set<String> pids;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private BundleProcess process;

    private HostedBundle(Bundle bundle) {
        this.bundle = bundle;
        this.context = bundle.getBundleContext();
        this.name = bundle.getSymbolicName() + " " + bundle.getVersion();
        this.pids = ComponentSettings.pids(bundle);
    }

    /** Returns when its services are there, or the reason why they are not. */
    static HostedBundle start(Bundle bundle, Workspace workspace, Supplier<ProcessLimits> limits, ConfigurationAdmin configurations) {
        HostedBundle host = new HostedBundle(bundle);
        try {
            host.serve(workspace, limits, configurations);
        } catch (IllegalStateException stopped) {
            // While its process started; that ends when the tracker lets go of the bundle.
            LOG.debug("the bundle {} is stopped already", host.name, stopped);
        }
        return host;
    }

    private void serve(Workspace workspace, Supplier<ProcessLimits> limits, ConfigurationAdmin configurations) {
        try {
            process = new BundleProcess(workspace.program(bundle), workspace.folder(), limits,
                    () -> ComponentSettings.of(configurations, pids), "the bundle " + name);
            offer(process.offers());
        } catch (ProcessFailedException e) {
            refuse("its process " + e.getMessage(), e);
        } catch (IOException e) {
            refuse("there is no place for its process to run in", e);
        }
    }

    /** Called for every setting that changes, of this bundle or of another. */
    void configured(String pid) {
        if (process != null && pids.contains(pid)) {
            process.renew();
        }
    }

    private void offer(List<Offer> offers) {
        if (offers.isEmpty()) {
            refuse("it offers neither an index nor a model, and nothing else is used of a bundle that runs in a process of its own", null);
        }
        for (Offer offer : offers) {
            if (offer.card().isPresent()) {
                register(SegmentationModel.class, new IsolatedModel(process, offer, name), offer);
            } else {
                register(ScoringIndex.class, new IsolatedIndex(process, offer, name), offer);
            }
        }
    }

    private <T> void register(Class<T> type, T service, Offer offer) {
        registrations.add(context.registerService(type, BundleClass.in(bundle, type, service),
                FrameworkUtil.asDictionary(offer.properties())));
    }

    private void refuse(String reason, Exception cause) {
        LOG.error("the bundle {} is refused: {}", name, reason, cause);
        registrations.add(context.registerService(RefusedModel.class,
                new RefusedModel(bundle.getSymbolicName(), bundle.getVersion().toString(), reason), null));
        if (process != null) {
            process.close();
        }
    }

    /** Withdraws the services, which waits for those who use them, and then ends the process. */
    @Override
    public void close() {
        for (ServiceRegistration<?> registration : registrations) {
            try {
                registration.unregister();
            } catch (IllegalStateException goneWithItsBundle) {
                // The framework was faster.
            }
        }
        if (process != null) {
            process.close();
        }
    }
}
