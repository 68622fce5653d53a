package spine.deploy.internal.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Constants;
import spine.common.bundle.HeaderClause;
import spine.deploy.internal.Rejection;

/** What the manifest of a bundle from outside may ask for. */
public final class ManifestPolicy {
    private static final String EXTENDED = "an extender of the container would act on it";
    private static final String FOREIGN_CLASSES = "it would see classes that it does not import";
    /** Headers with which a bundle reaches further than its list of imports says, and why each is refused. */
    private static final Map<String, String> FORBIDDEN = new TreeMap<>(Map.ofEntries(
            Map.entry(Constants.FRAGMENT_HOST, "it would become a part of another bundle"),
            Map.entry(Constants.DYNAMICIMPORT_PACKAGE, "what it uses would not be known before it runs"),
            Map.entry(Constants.BUNDLE_NATIVECODE, "native code can end the whole process"),
            Map.entry(Constants.REQUIRE_BUNDLE, "packages are imported by name"),
            Map.entry("Multi-Release", "which of several classes of a name would run depends on Java's version"),
            Map.entry("Eclipse-BuddyPolicy", FOREIGN_CLASSES), Map.entry("Eclipse-RegisterBuddy", FOREIGN_CLASSES),
            Map.entry("Eclipse-GenericRequire", "it would require what is not checked"),
            Map.entry("Eclipse-GenericCapability", "it would provide what is not checked"),
            Map.entry("Eclipse-PatchFragment", "it would become a part of another bundle"),
            Map.entry("SPI-Provider", EXTENDED), Map.entry("SPI-Consumer", EXTENDED), Map.entry("Bundle-Blueprint", EXTENDED),
            Map.entry("Spring-Context", EXTENDED), Map.entry("Web-ContextPath", EXTENDED), Map.entry("Meta-Persistence", EXTENDED),
            Map.entry("Karaf-Commands", EXTENDED)));
    private static final String COMPONENTS = "Service-Component";
    /** Where bnd writes them; an asterisk stands for a part of a file's name. */
    private static final String COMPONENT = "OSGI-INF/[\\w.$*-]+\\.xml";

    private final List<String> allowed;

    /** @param allowed packages; one that ends in {@code .*} stands for the package and all below it */
    public ManifestPolicy(List<String> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** @param platform what only the platform may export */
    public void check(BundleIdentity bundle, PlatformPackages platform) throws Rejection {
        for (Map.Entry<String, String> forbidden : FORBIDDEN.entrySet()) {
            if (bundle.headers().getValue(forbidden.getKey()) != null) {
                throw new Rejection("Its manifest has the header " + forbidden.getKey() + ", which is not accepted: "
                        + forbidden.getValue() + ".");
            }
        }
        checkPlaces(bundle);
        List<String> exported = names(bundle, Constants.EXPORT_PACKAGE);
        checkExports(exported, platform);
        checkImports(names(bundle, Constants.IMPORT_PACKAGE), exported);
        for (HeaderClause clause : HeaderClause.parse(bundle.headers().getValue(Constants.REQUIRE_CAPABILITY))) {
            for (String namespace : clause.names()) {
                CapabilityPolicy.checkRequired(namespace, clause.parameters().getOrDefault(Constants.FILTER_DIRECTIVE + ":", ""));
            }
        }
        for (HeaderClause clause : HeaderClause.parse(bundle.headers().getValue(Constants.PROVIDE_CAPABILITY))) {
            for (String namespace : clause.names()) {
                CapabilityPolicy.checkProvided(namespace, clause.parameters());
            }
        }
    }

    void checkExports(List<String> exported, PlatformPackages platform) throws Rejection {
        // Whoever imports what is allowed, now or later, must get it from the platform.
        Optional<String> taken = platform.among(exported).or(() -> exported.stream().filter(this::isAllowed).findFirst());
        if (taken.isPresent()) {
            throw new Rejection("It exports the package " + taken.get() + ", which is the platform's to export.");
        }
    }

    /** @param exported by the bundle itself, which may import what it exports */
    void checkImports(List<String> imported, List<String> exported) throws Rejection {
        for (String name : imported) {
            if (!isAllowed(name) && !exported.contains(name)) {
                throw new Rejection("It imports the package " + name + ", which is not on the list of accepted imports ("
                        + String.join(", ", allowed) + ").");
            }
        }
    }

    private static void checkPlaces(BundleIdentity bundle) throws Rejection {
        for (String part : names(bundle, Constants.BUNDLE_CLASSPATH)) {
            if (!part.equals(".")) {
                throw new Rejection("Its Bundle-ClassPath has " + part + "; accepted are the classes of the bundle itself (.) alone.");
            }
        }
        for (String component : names(bundle, COMPONENTS)) {
            if (!component.matches(COMPONENT)) {
                throw new Rejection("Its Service-Component has " + component + "; components are described by files in OSGI-INF alone.");
            }
        }
    }

    private static List<String> names(BundleIdentity bundle, String header) {
        return HeaderClause.parse(bundle.headers().getValue(header)).stream().flatMap(clause -> clause.names().stream()).toList();
    }

    private boolean isAllowed(String name) {
        return allowed.stream().anyMatch(pattern -> pattern.endsWith(".*")
                ? (name + ".").startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern));
    }
}
