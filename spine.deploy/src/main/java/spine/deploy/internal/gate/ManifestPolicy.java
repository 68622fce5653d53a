package spine.deploy.internal.gate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Constants;
import spine.deploy.internal.Rejection;

/** What the manifest of a bundle from outside may ask for. */
public final class ManifestPolicy {
    /** Headers with which a bundle reaches further than its list of imports says, and why each is refused. */
    private static final Map<String, String> FORBIDDEN = new TreeMap<>(Map.of(
            Constants.FRAGMENT_HOST, "it would become a part of another bundle",
            Constants.DYNAMICIMPORT_PACKAGE, "what it uses would not be known before it runs",
            Constants.BUNDLE_NATIVECODE, "native code can end the whole process",
            Constants.REQUIRE_BUNDLE, "packages are imported by name"));

    private final List<String> allowed;

    /** @param allowed packages; one that ends in {@code .*} stands for the package and all below it */
    public ManifestPolicy(List<String> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    public void check(BundleIdentity bundle) throws Rejection {
        for (Map.Entry<String, String> forbidden : FORBIDDEN.entrySet()) {
            if (bundle.headers().getValue(forbidden.getKey()) != null) {
                throw new Rejection("Its manifest has the header " + forbidden.getKey() + ", which is not accepted: "
                        + forbidden.getValue() + ".");
            }
        }
        List<String> exported = packages(bundle, Constants.EXPORT_PACKAGE);
        for (String name : exported) {
            if (isAllowed(name)) {
                throw new Rejection("It exports the package " + name + ", which is the platform's to export.");
            }
        }
        for (String name : packages(bundle, Constants.IMPORT_PACKAGE)) {
            if (!isAllowed(name) && !exported.contains(name)) {
                throw new Rejection("It imports the package " + name + ", which is not on the list of accepted imports ("
                        + String.join(", ", allowed) + ").");
            }
        }
    }

    private static List<String> packages(BundleIdentity bundle, String header) {
        return HeaderClause.parse(bundle.headers().getValue(header)).stream().flatMap(clause -> clause.names().stream()).toList();
    }

    private boolean isAllowed(String name) {
        return allowed.stream().anyMatch(pattern -> pattern.endsWith(".*")
                ? (name + ".").startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern));
    }
}
