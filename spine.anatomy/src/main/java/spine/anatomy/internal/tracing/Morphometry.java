package spine.anatomy.internal.tracing;

import spine.api.anatomy.Vertebra;

/**
 * Vertebral morphometry: typical sizes per level, C2 (0) to S1 (23), mm and degrees, for an adult of size 1. Patients scatter around
 * them, so they only decide what counting leaves open.
 *
 * <p>Literature: heights (posterior), depths (mean of both endplates) and widths (the same) of C3 to L5 follow the cadaver tables of
 * Panjabi et al., Spine 1991 and 1992. Their digits and the values of C2 and S1 were entered from memory and not checked against the
 * papers. Disc heights and inclinations are rounded values of the first version within the ranges cited at each.
 */
public final class Morphometry {
    public static final int LEVELS = 24;
    public static final int C7 = 5;
    public static final int T12 = 17;
    public static final int L5 = 22;
    public static final int S1 = 23;

    /** Height of C2 below the base of the dens (15-17 mm): C2's "upper endplate" is put this far above the lower one. */
    public static final double C2_HEIGHT = 16;

    /** Distance of the disc below C2 from the foramen magnum: body, dens and the joints with the atlas and the skull. Origin: bench 2. */
    public static final double C2_TO_SKULL = 46;

    private static final double[] HEIGHT = {C2_HEIGHT, 11.6, 11.4, 11.4, 10.9, 12.8, 14.1, 15.6, 15.7, 16.2, 16.2, 17.4, 18.2, 18.7,
        19.3, 20.2, 21.3, 22.7, 23.8, 24.3, 23.8, 24.1, 22.9, 30};
    /** S1: at mid-height, less than the 33-35 of its endplate. */
    private static final double[] DEPTH = {15.6, 15.3, 15.6, 16.6, 17.5, 17.5, 19.1, 20.6, 23.0, 23.9, 25.0, 26.5, 28.0, 28.7, 30.2,
        31.0, 31.9, 33.1, 34.7, 34.8, 35.0, 34.7, 34.0, 30};
    private static final double[] WIDTH = {17, 16.5, 17, 18.5, 20, 22.5, 26, 26, 25.3, 25.3, 26, 27.2, 28.5, 30, 31.8, 33.7, 37, 40.5,
        42.3, 44, 46, 48, 48.4, 48};
    /**
     * Literature: thoracic discs between the CT means of Fletcher (doi 10.1007/s00586-015-3925-y: anterior 2.6-5.4 by level) and the
     * anatomical 4.5-7.2 of Kunkel (J Anat 2011). Cervical and lumbar values are common textbook values, from memory.
     */
    private static final double[] DISC = {5, 5, 5.2, 5.3, 5.5, 5.2, 4.6, 4.2, 4, 4, 4.2, 4.4, 4.7, 5, 5.4, 5.8, 6.3, 7, 8, 9, 10, 11, 10};
    /**
     * Literature: C2-C7 lordosis 15 degrees (mean 12.7, meta-analysis PMC6003173), T1-T12 kyphosis 34 (about 40 standing, a little less
     * supine), T12-S1 lordosis 43 (supine 36.8 with a standard deviation of 13.2, PMC6680033).
     */
    private static final double[] TILT = {5, 7, 10, 13, 16, 20, 24, 24, 22, 19, 15, 11, 7, 3, -1, -5, -8, -10, -11, -9, -5, 3, 15, 33};

    /** Standard deviation of the depth when the pitch is looked up, mm. Origin: first version. */
    private static final double DEPTH_SD = 1.5;
    /** Weight of every level in that. Origin: first version. */
    private static final double LEAST_WEIGHT = 1e-6;

    private Morphometry() {
    }

    /** Where the vertebra stands in the tables, 0 to 23. There is no table of T13 and L6: they stand with T12 and L5. */
    public static int reference(Vertebra level) {
        return switch (level) {
            case T13 -> T12;
            case L6 -> L5;
            default -> level.code() - 1;
        };
    }

    public static double height(int level) {
        return HEIGHT[level];
    }

    /** Anteroposterior depth at mid-height. */
    public static double depth(int level) {
        return DEPTH[level];
    }

    /** Width from side to side. */
    public static double width(int level) {
        return WIDTH[level];
    }

    /** Height of the disc below the level, C2 to L5. */
    public static double disc(int level) {
        return DISC[level];
    }

    /** Forward inclination of the cranial axis, degrees. */
    public static double tilt(int level) {
        return TILT[level];
    }

    /** Distance of the middles of the discs above and below the level; for C2 and S1 with a notional second disc. */
    public static double pitch(int level) {
        double above = level == 0 ? DISC[0] : DISC[level - 1];
        double below = level == S1 ? 0 : DISC[level];
        return HEIGHT[level] + (above + below) / 2;
    }

    /** The pitch to expect where the spine has this depth. */
    static double pitchForDepth(double depth) {
        double sum = 0;
        double weights = 0;
        for (int level = 1; level < S1; level++) {
            double d = (depth - DEPTH[level]) / DEPTH_SD;
            double weight = Math.exp(-d * d / 2) + LEAST_WEIGHT;
            sum += weight * pitch(level);
            weights += weight;
        }
        return sum / weights;
    }
}
