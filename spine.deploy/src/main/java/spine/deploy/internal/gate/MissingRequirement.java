package spine.deploy.internal.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/** Says in words what a bundle asks for. */
final class MissingRequirement {
    private static final Pattern LOWEST = Pattern.compile("\\(version>=([^)]*)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]*)\\)\\)");

    private MissingRequirement() {
    }

    /** @return for example {@code the package a.b, version 1.0.0 or higher and below 2.0.0} */
    static String describe(Requirement requirement) {
        String namespace = requirement.getNamespace();
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        Matcher name = Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]*)\\)").matcher(filter);
        if (!name.find()) {
            return "the capability " + namespace + " with " + filter;
        }
        String what = namespace.equals(PackageNamespace.PACKAGE_NAMESPACE) ? "the package " : "the capability " + namespace + "=";
        return what + name.group(1) + versions(filter);
    }

    private static String versions(String filter) {
        Matcher below = BELOW.matcher(filter);
        String upper = below.find() ? below.group(1) : "";
        Matcher lowest = LOWEST.matcher(below.reset().replaceAll(""));
        StringBuilder range = new StringBuilder();
        if (lowest.find()) {
            range.append(" in version ").append(lowest.group(1)).append(" or higher");
        }
        if (!upper.isEmpty()) {
            range.append(range.isEmpty() ? " in a version" : " and").append(" below ").append(upper);
        }
        return range.toString();
    }
}
