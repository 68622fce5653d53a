package spine.unet.internal.engine;

import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import spine.api.service.EngineInfo;

/** Tells the platform which engine serves: one {@link EngineInfo} service, replaced when the engine or its standing changes. */
public final class EngineAnnouncement implements AutoCloseable {
    private final BundleContext context;
    private final EngineTable engines;
    private boolean closed;
    private ServingEngine announced;
    private ServiceRegistration<EngineInfo> registration;

    public EngineAnnouncement(BundleContext context, EngineTable engines) {
        this.context = context;
        this.engines = engines;
    }

    /** To be called after every change of the table. */
    public synchronized void update() {
        Optional<ServingEngine> now = closed ? Optional.empty() : engines.serving();
        if (now.isPresent() && now.get().equals(announced)) {
            return;
        }
        if (registration != null) {
            registration.unregister();
            registration = null;
            announced = null;
        }
        now.ifPresent(this::announce);
    }

    private void announce(ServingEngine engine) {
        announced = engine;
        registration = context.registerService(EngineInfo.class, engine, FrameworkUtil.asDictionary(
                Map.of("engine.id", engine.id(), "engine.name", engine.name(), "engine.accelerated", engine.accelerated())));
    }

    /** Withdraws the service for good: the engines that are unbound afterwards announce nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        update();
    }
}
