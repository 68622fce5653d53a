package spine.unet.engine;

import org.osgi.annotation.versioning.ConsumerType;

/** A network that is ready to run. Safe for use by many threads. */
@ConsumerType
public interface InferenceSession extends AutoCloseable {

    /** Channels of an image, above 0. */
    int inputChannels();

    /** Classes of the answer, background included, at least 2. */
    int classes();

    /**
     * Runs the network. The answer for an image depends on that image alone, and the same run gives the same bits.
     *
     * @param images how many, above 0
     * @param rows of each, a multiple of {@link spine.unet.network.UNetConfiguration#GRID}
     * @param columns of each, a multiple of {@link spine.unet.network.UNetConfiguration#GRID}
     * @param in {@code [image][row][column][channel]} in one row; read only
     * @param out receives {@code [image][row][column][class]} in one row: probabilities, which add up to 1 over the classes
     * @throws IllegalArgumentException if an array has another length
     * @throws IllegalStateException if the session is closed, or the engine failed; the message is a sentence for the user
     */
    void run(int images, int rows, int columns, float[] in, float[] out);

    /** Frees what it holds. Nobody may be inside {@link #run}. Closing twice is closing once. */
    @Override
    void close();
}
