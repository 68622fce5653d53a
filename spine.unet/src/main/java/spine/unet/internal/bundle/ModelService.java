package spine.unet.internal.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.common.bundle.ModelBundle;
import spine.unet.engine.OnnxInferenceEngine;
import spine.unet.internal.engine.RankedEngine;
import spine.unet.model.ModelCardJson;
import spine.unet.model.SegmentationContext;
import spine.unet.model.UNetSegmentationModel;

/**
 * The service of one model bundle, registered in the bundle's own name. The version is that of the bundle, so that a card
 * and a bundle can never disagree.
 */
final class ModelService implements AutoCloseable {
    private static final List<String> ROLES = List.of(ModelRole.ANATOMY, ModelRole.OEDEMA);

    private final UNetSegmentationModel model;
    private final ServiceRegistration<SegmentationModel> registration;

    private ModelService(UNetSegmentationModel model, ServiceRegistration<SegmentationModel> registration) {
        this.model = model;
        this.registration = registration;
    }

    /**
     * Loads the model and offers it.
     *
     * @param bundle started
     * @param folder value of its header {@link ModelBundle#HEADER}
     * @param onnx whether its network is {@link ModelBundle#ONNX}
     * @param engine runs the networks; an {@link OnnxInferenceEngine} for such a network
     * @param context shared by all models
     * @throws IOException if the bundle's model cannot be used; the message says why
     */
    static ModelService of(Bundle bundle, String folder, boolean onnx, RankedEngine engine, SegmentationContext context)
            throws IOException {
        ModelCard card;
        try (InputStream in = open(bundle, ModelBundle.entry(folder, ModelBundle.CARD))) {
            card = ModelCardJson.read(in).withVersion(bundle.getVersion().toString());
        }
        if (!ROLES.contains(card.role())) {
            throw new IOException("its card names the role '" + card.role() + "', which is none of " + ROLES);
        }
        UNetSegmentationModel model;
        try (InputStream in = open(bundle, ModelBundle.entry(folder, onnx ? ModelBundle.ONNX : ModelBundle.WEIGHTS))) {
            model = onnx ? UNetSegmentationModel.loadOnnx(card, in, (OnnxInferenceEngine) engine.engine(), context)
                    : UNetSegmentationModel.load(card, in, engine.engine(), context);
        }
        return new ModelService(model, bundle.getBundleContext().registerService(SegmentationModel.class, model,
                FrameworkUtil.asDictionary(Map.of(SegmentationModel.MODEL_ID, card.id(), SegmentationModel.MODEL_ROLE, card.role(),
                        SegmentationModel.MODEL_VERSION, card.version()))));
    }

    private static InputStream open(Bundle bundle, String path) throws IOException {
        URL url = bundle.getEntry(path);
        if (url == null) {
            throw new IOException("it lacks " + path);
        }
        return url.openStream();
    }

    ModelCard card() {
        return model.card();
    }

    /** Withdraws the service, which waits for those who use it, and then frees the model. */
    @Override
    public void close() {
        try {
            registration.unregister();
        } catch (IllegalStateException goneWithItsBundle) {
            // The framework was faster; nobody uses the model any more.
        }
        model.close();
    }
}
