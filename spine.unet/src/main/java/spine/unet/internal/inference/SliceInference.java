package spine.unet.internal.inference;

import java.util.Arrays;
import spine.api.image.PixelBox;
import spine.unet.engine.InferenceSession;
import spine.unet.preprocessing.PreparedStack;
import spine.unet.preprocessing.SliceChannels;

/**
 * Class probabilities in one part of a slice of a prepared stack, by one network, in one or several tiles. Averaging runs every tile a
 * second time with left and right exchanged, which only exchanges the neighbouring slices. Immutable.
 */
public final class SliceInference {
    /** Larger slices are tiled; a whole spine at 1 mm is not. */
    public static final int LONGEST_ROWS = 768;
    public static final int LONGEST_COLUMNS = 512;

    private final PreparedStack stack;
    private final PixelBox window;
    private final SliceChannels channels;
    private final int classes;
    private final int passes;
    private final Tiling rowTiles;
    private final Tiling columnTiles;

    /**
     * @param window part of the prepared slices
     * @param classes number of classes, background included
     * @param averaging whether every tile is run a second time with left and right exchanged
     * @param longestRows rows from which the slice is tiled, a multiple of the network's grid
     * @param longestColumns columns from which the slice is tiled, a multiple of the network's grid
     */
    public SliceInference(PreparedStack stack, PixelBox window, SliceChannels channels, int classes, boolean averaging, int longestRows,
            int longestColumns) {
        this.stack = stack;
        this.window = window;
        this.channels = channels;
        this.classes = classes;
        this.passes = averaging ? 2 : 1;
        this.rowTiles = Tiling.of(window.rows(), longestRows);
        this.columnTiles = Tiling.of(window.columns(), longestColumns);
    }

    /** Rows of a tile. */
    public int rows() {
        return rowTiles.tile();
    }

    /** Columns of a tile. */
    public int columns() {
        return columnTiles.tile();
    }

    /** The probabilities in the window. */
    public WindowProbabilities run(InferenceSession network, int slice) {
        float[] in = new float[rows() * columns() * network.inputChannels()];
        float[] out = new float[rows() * columns() * classes];
        if (passes * rowTiles.starts().size() * columnTiles.starts().size() == 1) {
            fill(in, Arrays.copyOf(channels.planes(slice, stack.slices(), false, false), network.inputChannels()), 0, 0);
            network.run(1, rows(), columns(), in, out);
            return new WindowProbabilities(window, classes, withinWindow(out));
        }
        float[] sums = new float[window.rows() * window.columns() * classes];
        float[] weights = new float[window.rows() * window.columns()];
        for (int top : rowTiles.starts()) {
            for (int left : columnTiles.starts()) {
                for (int pass = 0; pass < passes; pass++) {
                    fill(in, Arrays.copyOf(channels.planes(slice, stack.slices(), pass > 0, false), network.inputChannels()), top, left);
                    network.run(1, rows(), columns(), in, out);
                    add(out, top, left, sums, weights);
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= weights[i / classes];
        }
        return new WindowProbabilities(window, classes, sums);
    }

    /** What lies beyond the window but inside the slice belongs to the tile too; beyond the slice there is nothing. */
    private void fill(float[] in, int[] planes, int tileTop, int tileLeft) {
        int count = planes.length;
        int top = window.top() + tileTop;
        int left = window.left() + tileLeft;
        int height = Math.min(rows(), stack.rows() - top);
        int width = Math.min(columns(), stack.columns() - left);
        for (int channel = 0; channel < count; channel++) {
            float[] plane = stack.planes()[planes[channel]];
            for (int r = 0; r < height; r++) {
                int from = (top + r) * stack.columns() + left;
                int to = r * columns() * count + channel;
                for (int c = 0; c < width; c++) {
                    in[to + c * count] = plane[from + c];
                }
            }
        }
    }

    /** What the only tile says of the window, which may be smaller. */
    private float[] withinWindow(float[] out) {
        if (columns() != window.columns()) {
            for (int row = 1; row < window.rows(); row++) {
                System.arraycopy(out, row * columns() * classes, out, row * window.columns() * classes, window.columns() * classes);
            }
        }
        return out;
    }

    private void add(float[] out, int top, int left, float[] sums, float[] weights) {
        boolean alone = rowTiles.starts().size() * columnTiles.starts().size() == 1;
        int height = Math.min(rows(), window.rows() - top);
        int width = Math.min(columns(), window.columns() - left);
        for (int r = 0; r < height; r++) {
            for (int c = 0; c < width; c++) {
                float weight = alone ? 1 : rowTiles.weight(r) * columnTiles.weight(c);
                int to = (top + r) * window.columns() + left + c;
                int from = (r * columns() + c) * classes;
                weights[to] += weight;
                for (int k = 0; k < classes; k++) {
                    sums[to * classes + k] += weight * out[from + k];
                }
            }
        }
    }
}
