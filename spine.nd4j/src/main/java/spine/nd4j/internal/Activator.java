package spine.nd4j.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.nd4j.Accelerator;
import spine.nd4j.Nd4jEngine;
import spine.unet.engine.InferenceEngine;

/**
 * Chooses the device, starts ND4J once, from this bundle's class loader, has it prove itself, and only then tells the others. The bundle is
 * meant to live as long as the process: native libraries stay mapped and threads of ND4J run until the JVM ends.
 */
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"spine.unet.engine.InferenceEngine\"")
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Activator implements BundleActivator {
    private static final Logger LOG = LoggerFactory.getLogger(Activator.class);

    @Override
    public void start(BundleContext context) {
        new NativeSettings(context.getDataFile("natives"), context.getBundle().getVersion().toString()).apply();
        DeliveredNatives.verify(context.getBundle());
        context.registerService(InferenceEngine.class, startOnBestDevice(),
                FrameworkUtil.asDictionary(Map.of(InferenceEngine.ID, Nd4jEngine.NAME)));
    }

    private static InferenceEngine startOnBestDevice() {
        ClassLoader own = Activator.class.getClassLoader();
        DeviceChoice choice = DeviceChoice.of(own);
        ProcessorCopy processor = new ProcessorCopy(own, choice.backends());
        if (choice.device().isEmpty()) {
            return OwnClasses.start(own, choice.hidden(), () -> Nd4jEngine.start(choice.remarks()));
        }
        Accelerator device = choice.device().get();
        try {
            return OwnClasses.start(own, choice.hidden(), () -> Nd4jEngine.start(device, choice.remarks(), processor));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("ND4J does not work on {}", device.device(), e);
            List<String> remarks = new ArrayList<>(choice.remarks());
            remarks.add("The " + device.device() + " is not used: ND4J does not work on it, see the log.");
            return processor.start(remarks);
        }
    }

    @Override
    public void stop(BundleContext context) {
        // The framework withdraws the service.
    }
}
