package spine.unet.engine;

/** A network prepared for one number and size of images. Used by one thread at a time. */
public interface ShapedRun extends AutoCloseable {

    /**
     * Runs the network.
     *
     * @param in {@code [image][row][column][channel]} in one row, of the right length; read only
     * @param out receives {@code [image][row][column][class]} in one row, of the right length
     */
    void run(float[] in, float[] out);

    @Override
    void close();
}
