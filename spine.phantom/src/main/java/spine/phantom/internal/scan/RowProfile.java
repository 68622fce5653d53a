package spine.phantom.internal.scan;

import spine.phantom.internal.random.Seeded;

/**
 * How an image changes from its upper to its lower edge because the field of view ends there, or because two stations were
 * composed into one image whose seam shows.
 */
final class RowProfile {
    private final double[] edge;
    private final double[] gain;

    /** @param composed whether the image was put together from two stations */
    RowProfile(int rows, boolean composed, Seeded random) {
        edge = new double[rows];
        gain = new double[rows];
        double seam = composed ? random.uniform(0.4, 0.62) * rows : rows;
        double step = random.chance(0.5) ? random.normal(0, 0.12) : random.normal(0, 0.03);
        double blend = random.uniform(1, 40);
        double seen = random.uniform(0.2, 0.7);
        for (int r = 0; r < rows; r++) {
            boolean above = r < seam;
            double t = above ? r / seam : (r - seam) / (rows - seam);
            boolean atSeam = composed && above == t > 0.5;
            edge[r] = Math.max(0, (Math.abs(2 * t - 1) - 0.68) / 0.32) * (atSeam ? seen : 1);
            double below = Math.max(-1, Math.min(1, (r - seam) / blend));
            gain[r] = composed ? 1 + step * below : 1;
        }
    }

    /** 0 in the middle of a station, 1 at the end of its field of view. */
    double edge(int row) {
        return edge[row];
    }

    /** Factor on signal and noise. */
    double gain(int row) {
        return gain[row];
    }
}
