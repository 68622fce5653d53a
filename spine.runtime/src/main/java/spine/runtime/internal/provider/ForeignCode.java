package spine.runtime.internal.provider;

import java.lang.reflect.Proxy;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import spine.api.model.SegmentationModel;

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

    /**
     * By which digest a model is known again. That of its card is believed where the platform hosts the weights, which it has compared
     * with it. A model with code of its own may claim any weights, so it is known by its bundle.
     *
     * @param bundle that registered the service; null if it has been uninstalled
     * @return lower-case SHA-256; empty if there is none to be had
     */
    String digest(SegmentationModel model, Bundle bundle) {
        if (deployed.holds(bundle) && is(model)) {
            return DeployedBundles.digest(bundle.getLocation());
        }
        return model.card() == null ? "" : model.card().weightsSha256();
    }

    /** Its bundle, in words for a person; empty where it has none. */
    static String bundleOf(Object provider) {
        Bundle bundle = FrameworkUtil.getBundle(provider.getClass());
        return bundle == null ? "" : "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion();
    }
}
