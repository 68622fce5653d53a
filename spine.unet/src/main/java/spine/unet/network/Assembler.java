package spine.unet.network;

/**
 * Builds the network in one form - trainable graph, inference plan or ONNX file - from the one description in
 * {@link UNetTopology}.
 *
 * @param <T> handle of a feature map in that form
 */
public interface Assembler<T> {

    /** Convolution, batch normalisation and activation as the description says. */
    T convolution(Convolution convolution, T in);

    /** Maximum over 2x2 pixels: half the rows and columns. */
    T pool(String name, T in);

    /** relu(a + b). */
    T addRelu(String name, T a, T b);

    /**
     * Input of a decoder level: the skipped features, each multiplied by its coefficient, concatenated with the coarser
     * map, enlarged and convolved.
     *
     * @param level level of the skip, 1 is the finest
     * @param skip features of the level
     * @param coefficients one channel at half the size of {@code skip}
     * @param coarse decoder map at half the size of {@code skip}
     * @param up convolution of the enlarged coarser map
     */
    T join(int level, T skip, T coefficients, T coarse, Convolution up);
}
