package spine.deploy.internal.gate;

import java.util.List;
import org.osgi.framework.Version;
import spine.deploy.internal.Rejection;

/** A bundle follows only older ones of its name, and only where it may. */
final class UpgradePolicy {

    private UpgradePolicy() {
    }

    static void check(BundleIdentity bundle, List<InstalledBundle> installed) throws Rejection {
        for (InstalledBundle other : installed) {
            if (other.symbolicName().equals(bundle.symbolicName())) {
                check(bundle.version(), other);
            }
        }
    }

    private static void check(Version version, InstalledBundle other) throws Rejection {
        if (!other.replaceable()) {
            throw new Rejection("It is named " + other.symbolicName() + " like a bundle of the platform itself, which only a new"
                    + " release of the platform replaces.");
        }
        int order = version.compareTo(other.version());
        if (order == 0) {
            throw new Rejection(other.symbolicName() + " " + version + " is installed already; a changed bundle needs a higher version.");
        }
        if (order < 0) {
            throw new Rejection("Its version " + version + " is lower than the installed " + other.version() + " of "
                    + other.symbolicName() + ".");
        }
    }
}
