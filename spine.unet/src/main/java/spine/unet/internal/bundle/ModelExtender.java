package spine.unet.internal.bundle;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.util.tracker.BundleTracker;
import spine.common.bundle.ModelBundle;
import spine.unet.engine.InferenceEngine;
import spine.unet.internal.engine.EngineAnnouncement;
import spine.unet.internal.engine.EngineTable;
import spine.unet.internal.engine.RankedEngine;
import spine.unet.model.SegmentationContext;

/**
 * Turns every started bundle with the header {@code Spine-Model} into a model of the platform, for as long as it is
 * started. Such a bundle has no code: a card and the weights whose digest the card promises. The models run on the best engine there is,
 * and move when another becomes the best.
 */
@Component(service = {}, immediate = true, configurationPid = {"spine.unet.defaults", "spine.unet"})
@Capability(namespace = "osgi.extender", name = "spine.unet", version = "1.0.0")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"spine.api.service.EngineInfo\"")
public final class ModelExtender {
    private final ExecutorService threads = ImageThreads.open();
    private final Set<HostedModel> models = ConcurrentHashMap.newKeySet();
    private final EngineTable engines;
    private final EngineAnnouncement announcement;
    private final BundleTracker<HostedModel> tracker;

    /** The configuration, PID {@code spine.unet}. */
    @ObjectClassDefinition(pid = "spine.unet", name = "Attention U-Nets")
    public @interface Config {
        @AttributeDefinition(name = "Averaging", description = "Segment every slice a second time with left and right exchanged")
        boolean averaging() default false;

        @AttributeDefinition(name = "Engine", description = "Id of the inference engine, such as nd4j; empty for the one with the highest"
                + " ranking")
        String engine() default "";
    }

    @Activate
    public ModelExtender(BundleContext context, Config config) {
        this.engines = new EngineTable(config.engine());
        this.announcement = new EngineAnnouncement(context, engines);
        this.tracker = new ModelTracker(context, config.averaging());
    }

    /** Called for the engines that are there before {@link #open}, so that no model is refused for want of one. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addEngine(InferenceEngine engine, Map<String, Object> properties) {
        engines.add(RankedEngine.of(engine, properties));
        settle();
    }

    void removeEngine(InferenceEngine engine) {
        engines.remove(engine);
        settle();
    }

    private void settle() {
        announcement.update();
        models.forEach(HostedModel::settle);
    }

    @Activate
    void open() {
        tracker.open();
    }

    @Deactivate
    void withdraw() {
        tracker.close();
        announcement.close();
        threads.shutdown();
    }

    /** Keeps the model of every bundle that has one. */
    private final class ModelTracker extends BundleTracker<HostedModel> {
        private final SegmentationContext shared;

        ModelTracker(BundleContext context, boolean averaging) {
            super(context, Bundle.ACTIVE, null);
            this.shared = SegmentationContext.of(threads, averaging);
        }

        @Override
        public HostedModel addingBundle(Bundle bundle, BundleEvent event) {
            String folder = bundle.getHeaders("").get(ModelBundle.HEADER);
            if (folder == null) {
                return null;
            }
            HostedModel model = new HostedModel(bundle, folder, engines, shared);
            // Before it settles: an engine that goes meanwhile must find it.
            models.add(model);
            model.settle();
            return model;
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, HostedModel model) {
            models.remove(model);
            model.end();
            if (context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState() == Bundle.ACTIVE) {
                NativeHeap.trim();
            }
        }
    }
}
