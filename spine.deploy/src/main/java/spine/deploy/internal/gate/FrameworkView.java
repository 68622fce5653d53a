package spine.deploy.internal.gate;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Capability;
import spine.deploy.internal.BundleLocation;

/** The bundles of the framework as the gate sees them: what is installed, and what of it came from outside. */
public final class FrameworkView {
    private static final String SERVICE = "osgi.service";
    private static final String API = "spine.api.";
    /** Packages of the API whose services only the platform provides. */
    private static final String PROVIDED = "spine.api.service.";

    private final BundleContext context;
    private final Path deploy;
    private volatile Gathered gathered = new Gathered(List.of(), new PlatformPackages(Set.of()));

    /**
     * What was found in the bundles of the platform as they were then.
     *
     * @param bundles number and time of each
     */
    private record Gathered(List<Long> bundles, PlatformPackages packages) {
    }

    /** @param deploy folder whose bundles came from outside */
    public FrameworkView(BundleContext context, Path deploy) {
        this.context = context;
        this.deploy = deploy.toAbsolutePath().normalize();
    }

    public List<InstalledBundle> installed() {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getSymbolicName() != null)
                .map(bundle -> new InstalledBundle(bundle.getSymbolicName(), bundle.getVersion(), replaceable(bundle))).toList();
    }

    /** Bundles that were installed from the folder of accepted ones. */
    public List<Bundle> deployed() {
        return Arrays.stream(context.getBundles()).filter(this::isDeployed).toList();
    }

    /** What only the platform may export: the framework's packages among them. Gathered once for as long as its bundles stay the same. */
    public PlatformPackages platformPackages() {
        List<Bundle> platform = Arrays.stream(context.getBundles()).filter(bundle -> !isDeployed(bundle)).toList();
        List<Long> now = platform.stream().flatMap(bundle -> Stream.of(bundle.getBundleId(), bundle.getLastModified())).toList();
        Gathered last = gathered;
        if (!last.bundles().equals(now)) {
            last = new Gathered(now, packages(platform));
            gathered = last;
        }
        return last.packages();
    }

    private static PlatformPackages packages(List<Bundle> platform) {
        Set<String> names = new HashSet<>();
        for (Bundle bundle : platform) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null) {
                names.addAll(exported(bundle));
                revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE)
                        .forEach(imported -> names.addAll(WiringPolicy.packages(imported)));
            }
        }
        return new PlatformPackages(names);
    }

    /** The packages that a bundle exports, as the framework has read them; none of one that is uninstalled. */
    public static Set<String> exported(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null ? Set.of() : revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .map(exported -> String.valueOf(exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it was installed from that folder. */
    public boolean isDeployed(Bundle bundle) {
        return BundleLocation.file(bundle.getLocation()).map(file -> deploy.equals(file.getParent())).orElse(false);
    }

    /** A part of the platform is an extension like any other if nobody can import from it and it serves an extension point. */
    private boolean replaceable(Bundle bundle) {
        if (isDeployed(bundle)) {
            return true;
        }
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).isEmpty()
                && revision.getDeclaredCapabilities(SERVICE).stream().flatMap(FrameworkView::serviceNames)
                        .anyMatch(name -> name.startsWith(API) && !name.startsWith(PROVIDED));
    }

    private static Stream<String> serviceNames(Capability capability) {
        Object names = capability.getAttributes().get(Constants.OBJECTCLASS);
        return names instanceof Collection<?> many ? many.stream().map(Object::toString) : Stream.of(String.valueOf(names));
    }
}
