package spine.phantom.internal.scan;

import spine.phantom.internal.random.Seeded;

/** Pulsating fluid and blood repeated along the phase direction, out of phase with the true signal. */
final class Ghosts {
    private final boolean headFoot;
    private final double shift;
    private final double fluid;
    private final double blood;
    private final double strength;

    Ghosts(Seeded random) {
        headFoot = random.chance(0.6);
        shift = random.uniform(12, 70);
        boolean any = random.chance(0.6);
        fluid = any ? random.uniform(0.01, 0.06) : 0;
        blood = any ? random.uniform(0.02, 0.2) : 0;
        strength = random.chance(0.1) ? 2 : 1;
    }

    /** The ghosts of a slice, in the same unit as the signal of still fluid. */
    float[] of(Layers layers, int rows, int columns) {
        float[] ghosts = new float[rows * columns];
        if (fluid == 0) {
            return ghosts;
        }
        float[] source = new float[rows * columns];
        for (int i = 0; i < source.length; i++) {
            source[i] = (float) (fluid * layers.pulse[i] + blood * layers.blood[i]);
        }
        for (int order = 1; order <= 3; order++) {
            int by = (int) Math.rint(shift * order);
            double fade = strength / order;
            add(ghosts, source, rows, columns, by, fade);
            add(ghosts, source, rows, columns, -by, fade);
        }
        return ghosts;
    }

    private void add(float[] ghosts, float[] source, int rows, int columns, int by, double fade) {
        float weight = (float) fade;
        int dr = headFoot ? by : 0;
        int dc = headFoot ? 0 : by;
        for (int r = Math.max(0, dr); r < Math.min(rows, rows + dr); r++) {
            for (int c = Math.max(0, dc); c < Math.min(columns, columns + dc); c++) {
                ghosts[r * columns + c] += weight * source[(r - dr) * columns + c - dc];
            }
        }
    }
}
