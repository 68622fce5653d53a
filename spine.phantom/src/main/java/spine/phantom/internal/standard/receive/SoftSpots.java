package spine.phantom.internal.standard.receive;

import spine.phantom.internal.core.random.SeededRandom;

/** A few round, soft spots on an image. Immutable. */
final class SoftSpots {
    private final double[] row;
    private final double[] column;
    private final double[] reach;
    private final double[] height;

    private SoftSpots(int count) {
        row = new double[count];
        column = new double[count];
        reach = new double[count];
        height = new double[count];
    }

    /**
     * Spots near the upper, lower, front or back edge.
     *
     * @param most greatest possible height of a spot
     */
    static SoftSpots atEdges(int rows, int columns, int count, double most, SeededRandom random) {
        SoftSpots blobs = new SoftSpots(count);
        for (int i = 0; i < count; i++) {
            boolean end = random.chance(0.6);
            double along = random.uniform(0.05, 0.95);
            double edge = random.chance(0.5) ? random.uniform(-0.05, 0.12) : random.uniform(0.88, 1.05);
            blobs.set(i, (end ? edge : along) * rows, (end ? along : edge) * columns, random.uniform(0.08, 0.22) * rows,
                    random.uniform(0.35, 1) * most);
        }
        return blobs;
    }

    /** Spots behind the spine, where the elements of a spine coil lie. */
    static SoftSpots behind(int rows, int columns, int count, double most, SeededRandom random) {
        SoftSpots blobs = new SoftSpots(count);
        for (int i = 0; i < count; i++) {
            blobs.set(i, random.uniform(0, 1) * rows, random.uniform(0.55, 1.05) * columns, random.uniform(0.05, 0.18) * rows,
                    random.uniform(0.2, 1) * most);
        }
        return blobs;
    }

    private void set(int i, double atRow, double atColumn, double radius, double size) {
        row[i] = atRow;
        column[i] = atColumn;
        reach[i] = radius;
        height[i] = size;
    }

    /** The highest spot at a pixel, 0 away from all of them. */
    double at(int r, int c) {
        double highest = 0;
        for (int i = 0; i < row.length; i++) {
            double d = ((r - row[i]) * (r - row[i]) + (c - column[i]) * (c - column[i])) / (reach[i] * reach[i]);
            if (d < 1) {
                highest = Math.max(highest, height[i] * (1 - d) * (1 - d) * (1 + 2 * d));
            }
        }
        return highest;
    }
}
