package spine.unet.internal.inference;

import spine.api.image.PixelBox;

/** The weighted mean of what was computed for the tiles of a window, once or several times for each. */
final class TileSum {
    private final PixelBox window;
    private final int classes;
    private final Tiling rows;
    private final Tiling columns;
    private final float[][] sums;
    private final float[] weights;

    TileSum(PixelBox window, int classes, Tiling rows, Tiling columns) {
        this.window = window;
        this.classes = classes;
        this.rows = rows;
        this.columns = columns;
        this.sums = new float[classes][window.rows() * window.columns()];
        this.weights = new float[window.rows() * window.columns()];
    }

    /**
     * Adds the answer for one tile.
     *
     * @param out {@code [pixel][class]} of several tiles in one row
     * @param firstPixel of this one
     * @param top first row of the tile in the window
     * @param left first column of the tile in the window
     */
    void add(float[] out, int firstPixel, int top, int left) {
        boolean alone = rows.starts().size() * columns.starts().size() == 1;
        int height = Math.min(rows.tile(), window.rows() - top);
        int width = Math.min(columns.tile(), window.columns() - left);
        for (int r = 0; r < height; r++) {
            int from = (firstPixel + r * columns.tile()) * classes;
            int to = (top + r) * window.columns() + left;
            for (int c = 0; c < width; c++) {
                float weight = alone ? 1 : rows.weight(r) * columns.weight(c);
                weights[to + c] += weight;
                for (int k = 0; k < classes; k++) {
                    sums[k][to + c] += weight * out[from + c * classes + k];
                }
            }
        }
    }

    /** To be called once, when all tiles are in. */
    WindowProbabilities mean() {
        for (float[] plane : sums) {
            for (int pixel = 0; pixel < plane.length; pixel++) {
                plane[pixel] /= weights[pixel];
            }
        }
        return new WindowProbabilities(window, sums);
    }
}
