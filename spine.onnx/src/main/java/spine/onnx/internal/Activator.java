package spine.onnx.internal;

import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import spine.onnx.OnnxEngine;
import spine.unet.engine.InferenceEngine;

/** Registers the engine: on the processor below that of ND4J, which is faster where both serve, and on a device above it. */
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"spine.unet.engine.InferenceEngine\"")
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Activator implements BundleActivator {
    private static final int ON_PROCESSOR = -100;
    private static final int ON_DEVICE = 100;

    @Override
    public void start(BundleContext context) {
        OnnxEngine engine = OnnxEngine.start();
        context.registerService(InferenceEngine.class, engine, FrameworkUtil.asDictionary(Map.of(InferenceEngine.ID, OnnxEngine.NAME,
                Constants.SERVICE_RANKING, engine.onDevice() ? ON_DEVICE : ON_PROCESSOR)));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework withdraws the service; the library stays loaded until the process ends.
    }
}
