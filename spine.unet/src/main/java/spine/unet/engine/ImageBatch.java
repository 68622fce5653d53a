package spine.unet.engine;

import spine.unet.network.UNetConfiguration;

/**
 * Images of one size that a network runs on together.
 *
 * @param images how many
 * @param rows of each
 * @param columns of each
 */
record ImageBatch(int images, int rows, int columns) {

    /** @throws IllegalArgumentException if no network runs on them, or the arrays have other lengths than they have */
    void check(int inputChannels, int classes, float[] in, float[] out) {
        int grid = UNetConfiguration.GRID;
        if (images < 1 || rows < grid || columns < grid || rows % grid != 0 || columns % grid != 0) {
            throw new IllegalArgumentException("no network runs on " + images + " images of " + rows + " x " + columns
                    + ": rows and columns must be multiples of " + grid);
        }
        long pixels = (long) images * rows * columns;
        if (in.length != pixels * inputChannels || out.length != pixels * classes) {
            throw new IllegalArgumentException("arrays of " + in.length + " and " + out.length + " values for " + images
                    + " images of " + rows + " x " + columns + " with " + inputChannels + " channels and " + classes + " classes");
        }
    }
}
