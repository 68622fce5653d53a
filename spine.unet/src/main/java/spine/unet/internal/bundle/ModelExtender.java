package spine.unet.internal.bundle;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.model.RefusedModel;
import spine.api.service.EngineInfo;
import spine.common.bundle.ModelBundle;

/**
 * Turns every started bundle with the header {@code Spine-Model} into a model of the platform, for as long as it is
 * started. Such a bundle has no code: a card and the weights whose digest the card promises.
 */
@Component(service = {}, immediate = true, configurationPid = {"spine.unet.defaults", "spine.unet"})
@SatisfyingConditionTarget("(osgi.condition.id=spine.nd4j)")
@Capability(namespace = "osgi.extender", name = "spine.unet", version = "1.0.0")
public final class ModelExtender {
    private static final Logger LOG = LoggerFactory.getLogger(ModelExtender.class);

    private final ExecutorService threads = ImageThreads.open();
    private final BundleTracker<Runnable> tracker;

    /** The configuration, PID {@code spine.unet}. */
    @ObjectClassDefinition(pid = "spine.unet", name = "Attention U-Nets")
    public @interface Config {
        @AttributeDefinition(name = "Averaging", description = "Segment every slice a second time with left and right exchanged")
        boolean averaging() default false;
    }

    @Activate
    public ModelExtender(BundleContext context, @Reference EngineInfo engine, Config config) {
        this.tracker = new ModelTracker(context, threads, engine.parallelImages(), config.averaging());
        tracker.open();
    }

    @Deactivate
    void withdraw() {
        tracker.close();
        threads.shutdown();
    }

    /** Keeps for every bundle what takes its model away again. */
    private static final class ModelTracker extends BundleTracker<Runnable> {
        private final Executor threads;
        private final int parallelImages;
        private final boolean averaging;

        ModelTracker(BundleContext context, Executor threads, int parallelImages, boolean averaging) {
            super(context, Bundle.ACTIVE, null);
            this.threads = threads;
            this.parallelImages = parallelImages;
            this.averaging = averaging;
        }

        @Override
        public Runnable addingBundle(Bundle bundle, BundleEvent event) {
            String folder = bundle.getHeaders("").get(ModelBundle.HEADER);
            if (folder == null) {
                return null;
            }
            try {
                ModelService service = ModelService.of(bundle, folder, threads, parallelImages, averaging);
                LOG.info("{} offers the model {} {}", bundle, service.card().id(), service.card().version());
                return service::close;
            } catch (IOException | RuntimeException e) {
                LOG.error("the model in {} {} is refused", bundle.getSymbolicName(), bundle.getVersion(), e);
                return refuse(bundle, e instanceof IOException ? e.getMessage() : e.toString());
            }
        }

        private static Runnable refuse(Bundle bundle, String reason) {
            BundleContext context = bundle.getBundleContext();
            if (context == null) {
                return null;   // it is stopping already
            }
            ServiceRegistration<RefusedModel> refusal = context.registerService(RefusedModel.class,
                    new RefusedModel(bundle.getSymbolicName(), bundle.getVersion().toString(), reason), null);
            return () -> {
                try {
                    refusal.unregister();
                } catch (IllegalStateException goneWithItsBundle) {
                    // The framework was faster.
                }
            };
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, Runnable withdrawal) {
            withdrawal.run();
            if (context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState() == Bundle.ACTIVE) {
                NativeHeap.trim();
            }
        }
    }
}
