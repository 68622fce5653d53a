package spine.common.bundle;

/**
 * How a bundle says that it holds a trained network and nothing else: the packer writes it, the deployment gate checks it and
 * the extender turns it into a service. {@code cnf/model.bnd} says the same for bundles that Maven builds.
 */
public final class ModelBundle {
    /** Manifest header: the folder of the bundle that has the card and one of the two networks below. */
    public static final String HEADER = "Spine-Model";
    /** The folder that the packer writes. */
    public static final String FOLDER = "model/";
    /** File in the folder: the model card. */
    public static final String CARD = "card.json";
    /** File in the folder: the network with its weights. */
    public static final String WEIGHTS = "weights.zip";
    /** File in the folder, in place of {@link #WEIGHTS}: a network from elsewhere. */
    public static final String ONNX = "model.onnx";

    private ModelBundle() {
    }

    /**
     * Name of an entry of the bundle.
     *
     * @param header value of {@link #HEADER}; with or without a slash at the end, blank for the root of the bundle
     * @param file {@link #CARD}, {@link #WEIGHTS} or {@link #ONNX}
     */
    public static String entry(String header, String file) {
        String folder = header.trim();
        return folder.isEmpty() || folder.endsWith("/") ? folder + file : folder + "/" + file;
    }
}
