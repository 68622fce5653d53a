package spine.unet.internal.bundle;

/** How a bundle says that it holds a model and nothing else: what the packer writes and the extender looks for. */
public final class ModelHeader {

    /** Manifest header: the folder of the bundle that has the two files below. */
    static final String NAME = "Spine-Model";

    /** The packer's folder. */
    static final String FOLDER = "model/";

    public static final String CARD = "card.json";
    public static final String WEIGHTS = "weights.zip";

    private ModelHeader() {
    }
}
