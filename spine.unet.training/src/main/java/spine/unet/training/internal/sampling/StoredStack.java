package spine.unet.training.internal.sampling;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;

/** A prepared stack with its truth, in memory that the operating system may page out. Safe for use by many threads. */
public final class StoredStack {
    /** Fixed point: this many units make 1. */
    static final float SCALE = 16384;

    private static final int POINTS = 512;

    final int slices;
    final int rows;
    final int columns;
    private final ShortBuffer image;
    private final ByteBuffer labels;
    /** Pixels of each class, at most {@link #POINTS}, at equal distances in the order of all pixels of that class. */
    private final int[][] points;

    StoredStack(int slices, int rows, int columns, ShortBuffer image, ByteBuffer labels, int classes) {
        this.slices = slices;
        this.rows = rows;
        this.columns = columns;
        this.image = image;
        this.labels = labels;
        int[] count = new int[classes];
        for (int i = 0; i < labels.capacity(); i++) {
            count[labels.get(i)]++;
        }
        this.points = new int[classes][];
        List<int[]> filling = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            points[c] = new int[Math.min(POINTS, count[c])];
            filling.add(new int[2]);
        }
        for (int i = 0; i < labels.capacity(); i++) {
            int c = labels.get(i);
            int[] state = filling.get(c);
            if (state[1] < points[c].length && state[0] == (long) state[1] * count[c] / points[c].length) {
                points[c][state[1]++] = i;
            }
            state[0]++;
        }
    }

    /** @param plane of {@link spine.unet.preprocessing.PreparedStack#planes()} */
    float pixel(int plane, int row, int column) {
        return row < 0 || column < 0 || row >= rows || column >= columns ? 0
                : image.get((plane * rows + row) * columns + column) / SCALE;
    }

    int label(int slice, int row, int column) {
        return row < 0 || column < 0 || row >= rows || column >= columns ? 0
                : labels.get((slice * rows + row) * columns + column);
    }

    /** Positions {@code (slice * rows + row) * columns + column} of pixels of the class; empty if it has none. */
    int[] points(int classIndex) {
        return points[classIndex];
    }
}
