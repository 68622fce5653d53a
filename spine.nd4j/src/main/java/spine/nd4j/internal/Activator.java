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
import org.osgi.service.condition.Condition;
import spine.api.service.EngineInfo;

/**
 * Starts ND4J once, from this bundle's class loader, has it prove itself, and only then tells the others. The bundle is
 * meant to live as long as the process: native libraries stay mapped and threads of ND4J run until the JVM ends.
 */
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"spine.api.service.EngineInfo\"")
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Activator implements BundleActivator {

    private static final String CONDITION_ID = "spine.nd4j";

    @Override
    public void start(BundleContext context) {
        new NativeSettings(context.getDataFile("natives"), context.getBundle().getVersion().toString()).apply();
        EngineInfo engine = startWithOwnClasses();
        context.registerService(EngineInfo.class, engine, FrameworkUtil.asDictionary(
                Map.of("engine.name", engine.name(), "engine.accelerated", engine.accelerated())));
        context.registerService(Condition.class, Condition.INSTANCE,
                FrameworkUtil.asDictionary(Map.of(Condition.CONDITION_ID, CONDITION_ID)));
    }

    /** A failed first touch cannot be repaired in this class loader, so both libraries are told where to look before it. */
    private static EngineInfo startWithOwnClasses() {
        ClassLoader own = Activator.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        try {
            ND4JClassLoading.setNd4jClassloader(own);
            DL4JClassLoading.setDl4jClassloader(own);
            return ProvenEngine.start();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void stop(BundleContext context) {
        // The framework withdraws both services.
    }
}
