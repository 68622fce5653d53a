package spine.deploy.internal.gate;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import spine.deploy.internal.Rejection;

/** The framework as the gate needs it: what is installed, and whether one more bundle would find what it needs. */
public final class FrameworkView {
    private static final String SERVICE = "osgi.service";
    private static final String API = "spine.api.";
    /** Packages of the API whose services only the platform provides. */
    private static final String PROVIDED = "spine.api.service.";

    /** What spine.fileinstall adds to a location: the SHA-256 of what was installed, because a file may have changed since. */
    private static final String DIGEST = "#[0-9a-f]{64}$";

    private final BundleContext context;
    private final Path deploy;

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

    private boolean isDeployed(Bundle bundle) {
        return file(bundle).map(file -> deploy.equals(file.getParent())).orElse(false);
    }

    /** Where a bundle was installed from; empty if that is no plain file. */
    public static Optional<Path> file(Bundle bundle) {
        try {
            return Optional.of(Path.of(URI.create(bundle.getLocation().replaceFirst(DIGEST, ""))).normalize());
        } catch (IllegalArgumentException | FileSystemNotFoundException elsewhere) {
            return Optional.empty();
        }
    }

    /** Whether a file is still the one that a bundle was installed from; true if that cannot be told. */
    public static boolean isOf(Bundle bundle, String sha256) {
        String location = bundle.getLocation();
        int mark = location.lastIndexOf('#');
        return mark < 0 || location.substring(mark + 1).equals(sha256);
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

    /**
     * Installs the bundle for a moment, looks for a provider of everything it requires, and takes it out again. It is never
     * started, so nothing of it runs.
     *
     * @param jar has passed every other check
     */
    public void requireResolvable(Path jar) throws Rejection {
        Bundle bundle = null;
        try {
            bundle = context.installBundle("reference:" + jar.toUri());
            FrameworkWiring wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
            List<String> missing = bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
                    .filter(requirement -> isMissing(requirement, wiring)).map(MissingRequirement::describe).toList();
            if (!missing.isEmpty()) {
                throw new Rejection("Nothing here provides " + String.join(" and ", missing) + ", which it needs.");
            }
            if (!wiring.resolveBundles(List.of(bundle))) {
                throw new Rejection("The framework cannot wire it: everything it needs is there, but not in versions that fit together.");
            }
        } catch (BundleException e) {
            throw new Rejection("The framework does not take it: " + reason(e) + ".", e);
        } finally {
            uninstall(bundle);
        }
    }

    private static boolean isMissing(BundleRequirement requirement, FrameworkWiring wiring) {
        String effective = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE,
                Namespace.EFFECTIVE_RESOLVE);
        String resolution = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE,
                Namespace.RESOLUTION_MANDATORY);
        return effective.equals(Namespace.EFFECTIVE_RESOLVE) && resolution.equals(Namespace.RESOLUTION_MANDATORY)
                && wiring.findProviders(requirement).isEmpty();
    }

    private static String reason(BundleException e) {
        return Stream.of(e, e.getCause()).filter(Objects::nonNull).map(Throwable::getMessage).filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
    }

    private static void uninstall(Bundle bundle) throws Rejection {
        try {
            if (bundle != null) {
                bundle.uninstall();
            }
        } catch (BundleException e) {
            throw new Rejection("The framework does not let go of it: " + reason(e) + ".", e);
        }
    }
}
