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

/** Registers the engine, below that of ND4J, which is faster on the processors that both serve. */
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"spine.unet.engine.InferenceEngine\"")
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Activator implements BundleActivator {
    private static final int RANKING = -100;

    @Override
    public void start(BundleContext context) {
        context.registerService(InferenceEngine.class, OnnxEngine.start(),
                FrameworkUtil.asDictionary(Map.of(InferenceEngine.ID, OnnxEngine.NAME, Constants.SERVICE_RANKING, RANKING)));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework withdraws the service; the library stays loaded until the process ends.
    }
}
