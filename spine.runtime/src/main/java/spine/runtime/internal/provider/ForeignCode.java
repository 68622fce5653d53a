package spine.runtime.internal.provider;

import java.lang.reflect.Proxy;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Tells the platform's own code from that of others, by the bundle of the class that answers: a bundle of weights alone has none. Whatever
 * was put into the deploy folder is foreign, whoever signed it, and so is what belongs to no bundle.
 */
final class ForeignCode {
    private static final String OWN_NAMES = "spine.";

    private final DeployedBundles deployed;

    ForeignCode(DeployedBundles deployed) {
        this.deployed = deployed;
    }

    boolean is(Object provider) {
        // The class of a proxy may belong to the interface's bundle, whoever answers.
        Bundle bundle = Proxy.isProxyClass(provider.getClass()) ? null : FrameworkUtil.getBundle(provider.getClass());
        return bundle == null || !String.valueOf(bundle.getSymbolicName()).startsWith(OWN_NAMES) || deployed.holds(bundle);
    }

    /** Its bundle, in words for a person; empty where it has none. */
    static String bundleOf(Object provider) {
        Bundle bundle = FrameworkUtil.getBundle(provider.getClass());
        return bundle == null ? "" : "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion();
    }
}
