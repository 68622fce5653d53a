package spine.unet;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import spine.api.model.ModelCard;
import spine.api.model.SegmentationModel;

/**
 * A model bundle's service: loads {@code model/card.json} and {@code model/weights.zip} from the bundle and registers the
 * model under the properties the platform selects by. The version is that of the bundle, so that a model file and a
 * bundle can never disagree.
 */
public final class UNetModelService implements AutoCloseable {
    private final UNetSegmentationModel model;
    private final ServiceRegistration<SegmentationModel> registration;

    /**
     * @param context of the model bundle
     * @param role what the model must be for
     * @param parallelImages slices to work on at the same time, above 0
     * @throws IOException if the bundle's model cannot be used; the message says why
     */
    public UNetModelService(BundleContext context, String role, int parallelImages) throws IOException {
        ModelCard card;
        try (InputStream in = open(context, "model/card.json")) {
            card = withVersion(ModelCardJson.read(in), context.getBundle().getVersion().toString());
        }
        if (!card.role().equals(role)) {
            throw new IOException("bundle " + context.getBundle().getSymbolicName() + " holds a model for " + card.role()
                    + " instead of " + role);
        }
        try (InputStream in = open(context, "model/weights.zip")) {
            this.model = UNetSegmentationModel.load(card, in, parallelImages);
        }
        this.registration = context.registerService(SegmentationModel.class, model, FrameworkUtil.asDictionary(Map.of(
                SegmentationModel.MODEL_ID, card.id(),
                SegmentationModel.MODEL_ROLE, card.role(),
                SegmentationModel.MODEL_VERSION, card.version())));
    }

    private static InputStream open(BundleContext context, String path) throws IOException {
        URL url = context.getBundle().getEntry(path);
        if (url == null) {
            throw new IOException("bundle " + context.getBundle().getSymbolicName() + " lacks " + path);
        }
        return url.openStream();
    }

    private static ModelCard withVersion(ModelCard card, String version) {
        return new ModelCard(card.id(), version, card.role(), card.classes(), card.inputRecipe(), card.operatingPoint(),
                card.trainingData(), card.metrics(), card.intendedUse(), card.weightsSha256());
    }

    /** Withdraws the service, which waits for those who use it, and then frees the model. */
    @Override
    public void close() {
        registration.unregister();
        model.close();
    }
}
