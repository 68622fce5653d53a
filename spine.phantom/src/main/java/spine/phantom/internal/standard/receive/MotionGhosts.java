package spine.phantom.internal.standard.receive;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.raster.RasterisedSlice;

/** Ghosts of pulsating CSF and blood and of the breathing abdominal wall along the phase-encoding direction. Immutable. */
final class MotionGhosts {
    private final boolean headFoot;
    private final double shift;
    private final double fluid;
    private final double blood;
    private final double breath;
    private final double breathDepth;
    private final double strength;
    private final int orders;

    MotionGhosts(SeededRandom random) {
        headFoot = random.chance(0.55);
        shift = random.uniform(8, 90);
        boolean pulse = random.chance(0.65);
        fluid = pulse ? random.uniform(0.01, 0.08) : 0;
        blood = pulse ? random.uniform(0.02, 0.14) : 0;
        breath = random.chance(0.35) ? random.uniform(0.02, random.chance(0.3) ? 0.25 : 0.1) : 0;
        breathDepth = random.uniform(0.45, 0.8);
        strength = random.chance(0.12) ? 2 : 1;
        orders = random.between(1, 4);
    }

    /**
     * The ghosts of a slice in units of the signal of still CSF, row-major. They are out of phase with the signal itself.
     *
     * @param signed the signal of the slice without ghosts
     */
    float[] of(RasterisedSlice layers, float[] signed, int rows, int columns) {
        float[] ghosts = new float[rows * columns];
        if (fluid == 0 && breath == 0) {
            return ghosts;
        }
        float[] source = new float[rows * columns];
        for (int i = 0; i < source.length; i++) {
            double wall = 1 - i % columns / (breathDepth * columns);
            source[i] = (float) (fluid * layers.pulse[i] + blood * layers.blood[i] + (wall > 0 ? breath * wall * Math.abs(signed[i]) : 0));
        }
        for (int order = 1; order <= orders; order++) {
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
