package spine.deploy.internal.gate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import spine.deploy.internal.Rejection;

/**
 * What a bundle from outside may require and provide, apart from packages. An extender acts on a bundle that requires it: OSGi's
 * Configurator would set the settings of the platform for one without a line of code. So only those that are known to do no such thing
 * are accepted. The rules are asked of the manifest, and again of what the framework has made of it.
 */
final class CapabilityPolicy {
    private static final String EXTENDER = "osgi.extender";
    private static final String SERVICE = "osgi.service";
    private static final String EXECUTION_ENVIRONMENT = "osgi.ee";
    /** {@link spine.api.service.EffectiveSettings#OPERATION}: settings on which no result depends. */
    private static final String OPERATION = "spine.operation";
    /** Declarative Services, and the engine that makes models of weights. */
    private static final Set<String> EXTENDERS = new TreeSet<>(Set.of("osgi.component", "spine.unet"));
    /** As bnd writes it. A filter can be written in many ways, and each of these means what it says. */
    private static final Pattern EXTENDER_FILTER = Pattern.compile(
            "\\(osgi\\.extender=([\\w.-]+)\\)|\\(&\\(osgi\\.extender=([\\w.-]+)\\)"
                    + "(?:\\(version>=[\\w.-]+\\))?(?:\\(!\\(version>=[\\w.-]+\\)\\))?\\)");
    /** Of what the platform and the container agree on by themselves. */
    private static final List<String> RESERVED = List.of("osgi.", "spine.", "org.osgi.", "org.apache.", "org.eclipse.", "java.");
    /** Services that only the platform provides. */
    private static final String PROVIDED = "spine.api.service.";
    private static final String PLATFORM = "spine.";

    private CapabilityPolicy() {
    }

    /** @param filter empty if there is none */
    static void checkRequired(String namespace, String filter) throws Rejection {
        if (namespace.equals(EXTENDER)) {
            Matcher matcher = EXTENDER_FILTER.matcher(filter);
            if (!matcher.matches()) {
                throw new Rejection("It requires an extender by a filter that is not accepted, " + filter
                        + "; accepted is (osgi.extender=NAME), with or without a range of versions.");
            }
            checkExtender(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        } else if (!namespace.equals(SERVICE) && !namespace.equals(EXECUTION_ENVIRONMENT)) {
            throw new Rejection("It requires a capability of the namespace " + namespace + "; accepted are " + EXECUTION_ENVIRONMENT + ", "
                    + SERVICE + " and " + EXTENDER + " alone.");
        }
    }

    static void checkExtender(String name) throws Rejection {
        if (!EXTENDERS.contains(name)) {
            throw new Rejection("It requires the extender " + name + ", which is not on the list of accepted ones ("
                    + String.join(", ", EXTENDERS) + ").");
        }
    }

    static void checkProvided(String namespace, Map<String, ?> attributes) throws Rejection {
        if (namespace.equals(SERVICE)) {
            for (String name : strings(attributes.get("objectClass"))) {
                if (name.startsWith(PROVIDED)) {
                    throw new Rejection("It provides the service " + name + ", which is the platform's to provide.");
                }
            }
        } else if (namespace.equals(OPERATION)) {
            for (String pid : strings(attributes.get(OPERATION))) {
                if (pid.startsWith(PLATFORM)) {
                    throw new Rejection("It says of the settings " + pid + " of the platform that no result depends on them.");
                }
            }
        } else if (RESERVED.stream().anyMatch(prefix -> (namespace + ".").startsWith(prefix))) {
            throw new Rejection("It provides a capability of the namespace " + namespace + ", which is the platform's to provide.");
        }
    }

    private static List<String> strings(Object value) {
        Collection<?> all = value instanceof Collection<?> many ? many : List.of(String.valueOf(value).split(","));
        return all.stream().map(String::valueOf).map(String::trim).toList();
    }
}
