package spine.deploy.internal.gate;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.deploy.internal.Rejection;

/** Whether a bundle would find in the framework everything that it requires. */
public final class ResolutionCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ResolutionCheck.class);
    /** The framework reads such a bundle where it lies, without a copy of its own. */
    private static final String IN_PLACE = "reference:";

    private final BundleContext context;

    public ResolutionCheck(BundleContext context) {
        this.context = context;
    }

    /**
     * Takes out what a process that ended in the middle of a check has left in the framework.
     *
     * @param folder where jars lie while they are checked
     */
    public void removeLeftovers(Path folder) {
        String below = IN_PLACE + folder.toUri();
        for (Bundle bundle : Arrays.stream(context.getBundles()).filter(b -> b.getLocation().startsWith(below)).toList()) {
            try {
                bundle.uninstall();
            } catch (BundleException e) {
                LOG.warn("{} is still installed after its check", bundle, e);
            }
        }
    }

    /**
     * Installs the bundle for a moment, compares what the framework has read with what was checked, looks for a provider of
     * everything it requires, and takes it out again. It is never started, so nothing of it runs.
     *
     * @param jar has passed every other check
     * @param checked the bundle as those checks have read it
     */
    void check(Path jar, BundleIdentity checked, WiringPolicy policy) throws Rejection {
        Bundle bundle = null;
        try {
            bundle = context.installBundle(IN_PLACE + jar.toUri());
            policy.checkHeaders(bundle, checked);
            policy.check(bundle.adapt(BundleRevision.class));
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
            throw new Rejection("The framework refuses it: " + reason(e) + ".", e);
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
            throw new Rejection("The framework cannot uninstall it after the check: " + reason(e) + ".", e);
        }
    }
}
