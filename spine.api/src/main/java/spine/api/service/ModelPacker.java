package spine.api.service;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.model.ModelCard;

/** Makes bundles of trained models, and keeps their cards. Safe for use by many threads. */
@ProviderType
public interface ModelPacker {

    /**
     * Packs a model as a bundle without code, which offers it as {@link spine.api.model.SegmentationModel} wherever it is
     * installed. Its symbolic name is the model's id. The same model and version give the same bytes.
     *
     * @param model a folder with {@code weights.zip} and {@code card.json}, as {@link ModelTrainer} leaves it
     * @param version of the bundle and the model, in the OSGi form {@code major.minor.micro}
     * @param jar what to write; replaced as a whole or not touched
     * @throws IllegalArgumentException if the version has another form
     * @throws IOException if the folder holds no whole model, or the jar cannot be written
     */
    void pack(Path model, String version, Path jar) throws IOException;

    /**
     * The card of a model.
     *
     * @param model a folder with {@code weights.zip} and {@code card.json}
     * @throws IOException if the folder holds no card, or weights that are not those its card promises
     */
    ModelCard card(Path model) throws IOException;

    /**
     * Replaces the card of a model as a whole.
     *
     * @param model a folder with {@code weights.zip} and {@code card.json}
     * @throws IOException if it cannot be written
     */
    void replaceCard(Path model, ModelCard card) throws IOException;
}
