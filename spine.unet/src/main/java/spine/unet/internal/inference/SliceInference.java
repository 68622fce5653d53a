package spine.unet.internal.inference;

import java.util.Arrays;
import java.util.List;
import spine.api.image.PixelBox;
import spine.unet.engine.InferenceSession;
import spine.unet.preprocessing.PreparedStack;
import spine.unet.preprocessing.SliceChannels;

/**
 * Class probabilities in parts of the slices of a prepared stack, by one network, in one or several tiles. Averaging runs every tile a
 * second time with left and right exchanged, which only exchanges the neighbouring slices. Immutable.
 */
public final class SliceInference {
    /** Larger slices are tiled; a whole spine at 1 mm is not. */
    public static final int LONGEST_ROWS = 768;
    public static final int LONGEST_COLUMNS = 512;

    private final PreparedStack stack;
    private final SliceChannels channels;
    private final int classes;
    private final int passes;
    private final int longestRows;
    private final int longestColumns;

    /**
     * @param classes number of classes, background included
     * @param averaging whether every tile is run a second time with left and right exchanged
     * @param longestRows rows from which a window is tiled, a multiple of the network's grid
     * @param longestColumns columns from which a window is tiled, a multiple of the network's grid
     */
    public SliceInference(PreparedStack stack, SliceChannels channels, int classes, boolean averaging, int longestRows,
            int longestColumns) {
        this.stack = stack;
        this.channels = channels;
        this.classes = classes;
        this.passes = averaging ? 2 : 1;
        this.longestRows = longestRows;
        this.longestColumns = longestColumns;
    }

    PreparedStack stack() {
        return stack;
    }

    /**
     * Runs the network on several windows at once.
     *
     * @param group windows of one size, at least one
     * @return the probabilities in each of them
     */
    public List<WindowProbabilities> run(InferenceSession network, List<SlicePart> group) {
        Tiling rows = Tiling.of(group.get(0).window().rows(), longestRows);
        Tiling columns = Tiling.of(group.get(0).window().columns(), longestColumns);
        List<TileSum> sums = group.stream().map(each -> new TileSum(each.window(), classes, rows, columns)).toList();
        int pixels = rows.tile() * columns.tile();
        float[] in = new float[group.size() * pixels * network.inputChannels()];
        float[] out = new float[group.size() * pixels * classes];
        for (int top : rows.starts()) {
            for (int left : columns.starts()) {
                for (int pass = 0; pass < passes; pass++) {
                    for (int i = 0; i < group.size(); i++) {
                        int[] planes = channels.planes(group.get(i).slice(), stack.slices(), pass > 0, false);
                        PixelBox window = group.get(i).window();
                        PixelBox tile = new PixelBox(window.top() + top, window.left() + left, rows.tile(), columns.tile());
                        fill(in, i * pixels, tile, Arrays.copyOf(planes, network.inputChannels()));
                    }
                    network.run(group.size(), rows.tile(), columns.tile(), in, out);
                    for (int i = 0; i < group.size(); i++) {
                        sums.get(i).add(out, i * pixels, top, left);
                    }
                }
            }
        }
        return sums.stream().map(TileSum::mean).toList();
    }

    /** What lies beyond the window but inside the slice belongs to the tile too; beyond the slice there is nothing. */
    private void fill(float[] in, int firstPixel, PixelBox tile, int[] planes) {
        int count = planes.length;
        int height = Math.min(tile.rows(), stack.rows() - tile.top());
        int width = Math.min(tile.columns(), stack.columns() - tile.left());
        for (int channel = 0; channel < count; channel++) {
            float[] plane = stack.planes()[planes[channel]];
            for (int r = 0; r < height; r++) {
                int from = (tile.top() + r) * stack.columns() + tile.left();
                int to = (firstPixel + r * tile.columns()) * count + channel;
                for (int c = 0; c < width; c++) {
                    in[to + c * count] = plane[from + c];
                }
            }
        }
    }
}
