package spine.phantom.internal.standard.receive;

import spine.phantom.internal.core.random.SeededRandom;

/**
 * Changes of an image from row to row: the ends of the field of view, and the seams where an image is composed of two or three stations.
 * Immutable.
 */
final class Stitching {
    private final double[] edge;
    private final double[] gain;

    /** @param composed whether the image is composed of several stations */
    Stitching(int rows, boolean composed, SeededRandom random) {
        edge = new double[rows];
        gain = new double[rows];
        int parts = composed ? 2 + random.weighted(3, 1) : 1;
        double blend = random.uniform(1, 40);
        double seen = random.uniform(0.2, 0.8);
        double[] start = new double[parts + 1];
        double[] step = new double[parts];
        start[parts] = rows;
        for (int i = 1; i < parts; i++) {
            start[i] = (i + random.uniform(-0.18, 0.18)) / parts * rows;
            step[i] = random.chance(0.5) ? random.normal(0, 0.14) : random.normal(0, 0.03);
        }
        for (int r = 0; r < rows; r++) {
            int part = 0;
            while (part < parts - 1 && r >= start[part + 1]) {
                part++;
            }
            double t = (r - start[part]) / (start[part + 1] - start[part]);
            boolean atSeam = t < 0.5 ? part > 0 : part < parts - 1;
            edge[r] = Math.max(0, (Math.abs(2 * t - 1) - 0.68) / 0.32) * (atSeam ? seen : 1);
            gain[r] = 1;
            for (int i = 1; i < parts; i++) {
                gain[r] *= 1 + step[i] * Math.max(-1, Math.min(1, (r - start[i]) / blend));
            }
        }
    }

    /** Closeness to the end of a station's field of view: 0 in its middle, 1 at its end. */
    double edge(int row) {
        return edge[row];
    }

    /** Factor on signal and noise. */
    double gain(int row) {
        return gain[row];
    }
}
