package spine.phantom.internal.shift.noise;

import spine.phantom.internal.core.random.SeededRandom;

/** Cellular noise (Worley): cells around scattered seed points, repeating every 16 cells. Safe for many threads. */
public final class WorleyNoise {

    /** Result of {@link #sample}. */
    public static final class Cell {
        /** Distance from the nearest seed point, and how much further the next one is, in cells. */
        public double near;
        public double border;
        /** A number that identifies the cell, uniform over 0..1. */
        public double which;
    }

    private static final int SIDE = 16;
    private static final int MASK = SIDE - 1;
    private final float[] seed = new float[4 * SIDE * SIDE * SIDE];

    public WorleyNoise(SeededRandom random) {
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (float) random.uniform(0, 1);
        }
    }

    /** Fills {@code out} for a point given in cells. */
    public void sample(double x, double y, double z, Cell out) {
        int cx = (int) Math.floor(x);
        int cy = (int) Math.floor(y);
        int cz = (int) Math.floor(z);
        double first = 9;
        double second = 9;
        int found = 0;
        for (int k = cz - 1; k <= cz + 1; k++) {
            for (int j = cy - 1; j <= cy + 1; j++) {
                int line = ((k & MASK) * SIDE + (j & MASK)) * SIDE;
                for (int i = cx - 1; i <= cx + 1; i++) {
                    int at = 4 * (line + (i & MASK));
                    double dx = i + seed[at] - x;
                    double dy = j + seed[at + 1] - y;
                    double dz = k + seed[at + 2] - z;
                    double d = dx * dx + dy * dy + dz * dz;
                    if (d < first) {
                        second = first;
                        first = d;
                        found = at;
                    } else if (d < second) {
                        second = d;
                    }
                }
            }
        }
        out.near = Math.sqrt(first);
        out.border = Math.sqrt(second) - out.near;
        out.which = seed[found + 3];
    }
}
