package spine.unet.internal;

/** How a bundle says that it holds a model and nothing else: what the packer writes and the extender looks for. */
final class ModelHeader {

    /** Manifest header: the folder of the bundle that has the two files below. */
    static final String NAME = "Spine-Model";

    /** The packer's folder. */
    static final String FOLDER = "model/";

    static final String CARD = "card.json";
    static final String WEIGHTS = "weights.zip";

    private ModelHeader() {
    }
}
