package spine.deploy.internal.gate;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import spine.deploy.internal.Rejection;

/** The rules of {@link ManifestPolicy}, asked of what the framework has read: its parser decides what runs. */
final class WiringPolicy {
    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]*)\\)");
    /** What every bundle has, whatever its manifest says. */
    private static final Set<String> GIVEN = Set.of(BundleNamespace.BUNDLE_NAMESPACE, HostNamespace.HOST_NAMESPACE,
            IdentityNamespace.IDENTITY_NAMESPACE);

    private final ManifestPolicy manifest;
    private final PlatformPackages platform;

    WiringPolicy(ManifestPolicy manifest, PlatformPackages platform) {
        this.manifest = manifest;
        this.platform = platform;
    }

    /** @param installed not started */
    void checkHeaders(Bundle installed, BundleIdentity checked) throws Rejection {
        Map<String, String> read = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Dictionary<String, String> headers = installed.getHeaders("");
        headers.keys().asIterator().forEachRemaining(name -> read.put(name, headers.get(name).strip()));
        Map<String, String> expected = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        checked.headers().forEach((name, value) -> expected.put(name.toString(), value.toString().strip()));
        for (String name : expected.keySet()) {
            if (!expected.get(name).equals(read.remove(name))) {
                throw new Rejection("The framework reads the header " + name + " of its manifest in another way than Java.");
            }
        }
        if (!read.isEmpty()) {
            throw new Rejection("The framework reads the header " + read.keySet().iterator().next()
                    + " in its manifest, which Java does not.");
        }
    }

    void check(BundleRevision revision) throws Rejection {
        if ((revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
            throw new Rejection("The framework takes it for a fragment, which would become a part of another bundle.");
        }
        List<String> exported = new ArrayList<>();
        for (Capability capability : revision.getDeclaredCapabilities(null)) {
            if (capability.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
                exported.add(String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
            } else if (!GIVEN.contains(capability.getNamespace())) {
                CapabilityPolicy.checkProvided(capability.getNamespace(), capability.getAttributes());
            }
        }
        manifest.checkExports(exported, platform);
        for (Requirement requirement : revision.getDeclaredRequirements(null)) {
            if (requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
                checkImport(requirement, exported);
            } else {
                CapabilityPolicy.checkRequired(requirement.getNamespace(), filter(requirement));
            }
        }
    }

    private void checkImport(Requirement requirement, List<String> exported) throws Rejection {
        String resolution = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, "");
        List<String> packages = packages(requirement);
        if (resolution.equals(PackageNamespace.RESOLUTION_DYNAMIC) || packages.size() != 1) {
            throw new Rejection("The framework reads an import from its manifest that is not one package, " + filter(requirement) + ".");
        }
        manifest.checkImports(packages, exported);
    }

    /** The packages that a requirement names; normally one. */
    static List<String> packages(Requirement requirement) {
        return PACKAGE.matcher(filter(requirement)).results().map((MatchResult match) -> match.group(1)).toList();
    }

    private static String filter(Requirement requirement) {
        return requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
    }
}
