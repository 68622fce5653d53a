package spine.deploy.internal.install;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import spine.deploy.internal.gate.FrameworkView;

/**
 * Hides from deployed bundles the services by which the platform is administered, ConfigurationAdmin above all: a bundle from outside sets
 * no settings of the platform. It still gets its own settings, which Declarative Services hand to its components. This holds for whoever
 * asks the registry in its own name; code that takes the context of another bundle is not stopped by it.
 */
public final class HiddenServices implements FindHook, EventListenerHook {
    private static final Set<String> HIDDEN = Set.of("org.osgi.service.cm.ConfigurationAdmin", "spine.api.service.DeployGate",
            "spine.api.service.BundleSigner", "spine.api.job.WorkerDoor");

    private final FrameworkView framework;

    public HiddenServices(FrameworkView framework) {
        this.framework = framework;
    }

    /** @return ends it */
    public List<ServiceRegistration<?>> register(BundleContext context) {
        return List.of(context.registerService(FindHook.class, this, null), context.registerService(EventListenerHook.class, this, null));
    }

    @Override
    public void find(BundleContext asking, String name, String filter, boolean all, Collection<ServiceReference<?>> found) {
        if (isOutside(asking)) {
            found.removeIf(HiddenServices::isHidden);
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        if (isHidden(event.getServiceReference())) {
            listeners.keySet().removeIf(this::isOutside);
        }
    }

    private boolean isOutside(BundleContext context) {
        try {
            Bundle bundle = context.getBundle();
            return framework.isDeployed(bundle);
        } catch (IllegalStateException stopped) {
            return true;
        }
    }

    private static boolean isHidden(ServiceReference<?> service) {
        return Arrays.stream((String[]) service.getProperty(Constants.OBJECTCLASS)).anyMatch(HIDDEN::contains);
    }
}
