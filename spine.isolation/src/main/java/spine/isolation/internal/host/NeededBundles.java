package spine.isolation.internal.host;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.cm.ConfigurationAdmin;
import spine.api.score.ScoringIndex;

/**
 * The bundles that a foreign one needs in its process: those that the framework has wired its stand-in to, and theirs in turn; Declarative
 * Services and the store of settings always.
 */
final class NeededBundles {
    private static final String EXTENDER = "osgi.extender";

    private NeededBundles() {
    }

    /** Without the framework, this bundle and the contracts, which a process has on its class path. */
    static Set<Bundle> of(Bundle standIn, BundleContext context) {
        Set<Bundle> needed = new LinkedHashSet<>();
        Set<Bundle> known = new LinkedHashSet<>(List.of(standIn, context.getBundle(), context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION),
                FrameworkUtil.getBundle(ScoringIndex.class)));
        Deque<Bundle> open = new ArrayDeque<>();
        Arrays.stream(context.getBundles()).filter(NeededBundles::runsComponents).limit(1).forEach(open::add);
        Optional.ofNullable(context.getServiceReference(ConfigurationAdmin.class)).map(ServiceReference::getBundle).ifPresent(open::add);
        follow(standIn, true, open);
        while (!open.isEmpty()) {
            Bundle next = open.remove();
            if (known.add(next)) {
                needed.add(next);
                // What others merely can use, such as a console, is no use here.
                follow(next, false, open);
            }
        }
        return needed;
    }

    private static void follow(Bundle bundle, boolean optional, Deque<Bundle> open) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring != null) {
            for (BundleWire wire : wiring.getRequiredWires(null)) {
                if (optional || isMandatory(wire.getRequirement())) {
                    open.add(wire.getProvider().getBundle());
                }
            }
        }
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        String resolution = requirement.getDirectives().get(PackageNamespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
        return resolution == null || resolution.equals(PackageNamespace.RESOLUTION_MANDATORY);
    }

    private static boolean runsComponents(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring != null && wiring.getCapabilities(EXTENDER).stream()
                .anyMatch(capability -> "osgi.component".equals(capability.getAttributes().get(EXTENDER)));
    }
}
