package spine.phantom.internal.core.scan;

import java.util.Arrays;
import spine.common.stats.Quantiles;

/**
 * Reference signal of the fluid near a unit: the 90th percentile of the canal, cord included, from the middle of its upper body to the
 * middle of its lower one.
 */
public final class FluidReference {
    private static final double SHARE = 0.9;
    private static final double DEPTH_STEP = 0.8;
    private static final int STEPS = 16;

    /** The centreline of a spine: patient coordinate (0 x, 1 y, 2 z) at a level, C2 being 0 and the disc below it 0.5. */
    @FunctionalInterface
    public interface Line {
        double at(double level, int coordinate);
    }

    /** Signed signal at a patient point, NaN outside the canal. */
    @FunctionalInterface
    public interface Canal {
        double signal(double x, double y, double z);
    }

    private FluidReference() {
    }

    /**
     * The reference signal of a unit.
     *
     * @param unit C2/3 = 0
     * @return 1 if none of the sampled points lies in the canal
     */
    public static double near(int unit, Line line, Canal canal) {
        double[] found = new double[4096];
        int count = 0;
        for (int step = 0; step < STEPS; step++) {
            double level = unit + step / (double) STEPS;
            for (int side = -1; side <= 1; side++) {
                for (double back = 4; back < 40 && count < found.length; back += DEPTH_STEP) {
                    double signal = canal.signal(line.at(level, 0) + 2 * side, line.at(level, 1) + back, line.at(level, 2));
                    if (!Double.isNaN(signal)) {
                        found[count++] = Math.abs(signal);
                    }
                }
            }
        }
        if (count == 0) {
            return 1;
        }
        double[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return Quantiles.lower(sorted, SHARE);
    }
}
