package spine.deploy.internal.gate;

import java.util.List;
import org.osgi.framework.Version;
import spine.deploy.internal.Refusal;

/** A bundle follows only older ones of its name, and only where it may. */
final class Succession {

    private Succession() {
    }

    static void check(BundleIdentity bundle, List<InstalledBundle> installed) throws Refusal {
        for (InstalledBundle other : installed) {
            if (other.symbolicName().equals(bundle.symbolicName())) {
                check(bundle.version(), other);
            }
        }
    }

    private static void check(Version version, InstalledBundle other) throws Refusal {
        if (!other.replaceable()) {
            throw new Refusal("It is named " + other.symbolicName() + " like a bundle of the platform itself, which only a new"
                    + " release of the platform replaces.");
        }
        int order = version.compareTo(other.version());
        if (order == 0) {
            throw new Refusal(other.symbolicName() + " " + version + " is installed already; a changed bundle needs a higher version.");
        }
        if (order < 0) {
            throw new Refusal("Its version " + version + " is lower than the installed " + other.version() + " of "
                    + other.symbolicName() + ".");
        }
    }
}
