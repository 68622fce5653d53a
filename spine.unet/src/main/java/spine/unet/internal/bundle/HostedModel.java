package spine.unet.internal.bundle;

import java.io.IOException;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.model.RefusedModel;
import spine.common.bundle.ModelBundle;
import spine.unet.internal.engine.EngineTable;
import spine.unet.internal.engine.RankedEngine;
import spine.unet.model.SegmentationContext;

/**
 * The model of one started bundle: a service on the best engine, or a refusal with its reason; at another engine it is withdrawn and loaded
 * anew. Its lock is held while a service is withdrawn, which waits for those who use it: nobody who uses a model calls this.
 */
final class HostedModel {
    private static final Logger LOG = LoggerFactory.getLogger(HostedModel.class);

    private final Bundle bundle;
    private final String folder;
    private final EngineTable engines;
    private final SegmentationContext context;
    private final boolean onnx;
    private boolean ended;
    /** The engine of {@link #withdrawal}; null before the first, empty where there was none. */
    private Optional<RankedEngine> engine;
    private Runnable withdrawal = () -> { };

    /**
     * @param bundle started
     * @param folder where its model lies
     * @param engines from which it takes the best
     * @param context shared by all models
     */
    HostedModel(Bundle bundle, String folder, EngineTable engines, SegmentationContext context) {
        this.bundle = bundle;
        this.folder = folder;
        this.engines = engines;
        this.context = context;
        this.onnx = bundle.getEntry(ModelBundle.entry(folder, ModelBundle.ONNX)) != null;
    }

    /** Moves to the engine that is best now; does nothing where that is the same as before. */
    synchronized void settle() {
        Optional<RankedEngine> best = engines.best(onnx);
        if (ended || best.equals(engine)) {
            return;
        }
        withdrawal.run();
        engine = best;
        withdrawal = best.isPresent() ? serve(best.get()) : refuse(onnx
                ? "it is an ONNX file, which needs the engine of the bundle spine.onnx" : "there is no inference engine");
    }

    /** Withdraws it for good. */
    synchronized void end() {
        ended = true;
        withdrawal.run();
        withdrawal = () -> { };
    }

    private Runnable serve(RankedEngine best) {
        try {
            ModelService service = ModelService.of(bundle, folder, onnx, best, context);
            LOG.info("{} offers the model {} {} on {}", bundle, service.card().id(), service.card().version(), best.description().name());
            return service::close;
        } catch (IOException | RuntimeException e) {
            LOG.error("the model in {} {} is refused", bundle.getSymbolicName(), bundle.getVersion(), e);
            return refuse(e instanceof IOException ? e.getMessage() : e.toString());
        }
    }

    private Runnable refuse(String reason) {
        BundleContext own = bundle.getBundleContext();
        if (own == null) {
            return () -> { };   // it is stopping already
        }
        ServiceRegistration<RefusedModel> refusal = own.registerService(RefusedModel.class,
                new RefusedModel(bundle.getSymbolicName(), bundle.getVersion().toString(), reason), null);
        return () -> {
            try {
                refusal.unregister();
            } catch (IllegalStateException goneWithItsBundle) {
                // The framework was faster.
            }
        };
    }
}
