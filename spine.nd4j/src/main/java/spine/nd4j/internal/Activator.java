package spine.nd4j.internal;

import java.util.Map;
import org.deeplearning4j.config.DL4JClassLoading;
import org.nd4j.common.config.ND4JClassLoading;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import spine.nd4j.Nd4jEngine;
import spine.unet.engine.InferenceEngine;

/**
 * Chooses the device, starts ND4J once, from this bundle's class loader, has it prove itself, and only then tells the others. The bundle is
 * meant to live as long as the process: native libraries stay mapped and threads of ND4J run until the JVM ends.
 */
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"spine.unet.engine.InferenceEngine\"")
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Activator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        new NativeSettings(context.getDataFile("natives"), context.getBundle().getVersion().toString()).apply();
        context.registerService(InferenceEngine.class, startWithOwnClasses(),
                FrameworkUtil.asDictionary(Map.of(InferenceEngine.ID, Nd4jEngine.NAME)));
    }

    /** A failed first touch cannot be repaired in this class loader, so both libraries are told where to look before it. */
    private static InferenceEngine startWithOwnClasses() {
        ClassLoader own = Activator.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        try {
            DeviceChoice choice = DeviceChoice.of(own);
            ND4JClassLoading.setNd4jClassloader(choice.hidden().isEmpty() ? own : new BackendFilter(own, choice.hidden()));
            DL4JClassLoading.setDl4jClassloader(own);
            return Nd4jEngine.start(choice.device(), choice.remarks());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void stop(BundleContext context) {
        // The framework withdraws the service.
    }
}
