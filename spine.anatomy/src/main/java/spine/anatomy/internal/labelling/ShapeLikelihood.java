package spine.anatomy.internal.labelling;

import spine.anatomy.internal.tracing.Levels;

/** Log-likelihoods of what an observation looks like, given its levels: size, inclination and share of the classes C2 and S1. */
final class ShapeLikelihood {
    /**
     * Cost of an observation of class C2 or S1 that has another level, for every factor of e by which the rest of it is less than the
     * whole: a body that is mixed tells little, one that is wholly S1 tells nearly all. Origin: real development set.
     */
    private static final double CLASS_SEEN = 1.75;
    /** Most that this may cost. Origin: bench 1. */
    private static final double HIGHEST_CLASS_COST = 6;
    /** Cost of C2 or S1 without any pixel of its class. Origin: bench 1. */
    private static final double CLASS_MISSED = 2;
    /** As {@link #CLASS_SEEN}, for class S1 in a body below S1. Origin: bench 1. */
    private static final double CLASS_BEYOND_SACRUM = 4;
    /** Standard deviation of the logarithm of the pitch. Origin: bench 1. */
    private static final double PITCH_SD = 0.085;
    /** Standard deviation of the logarithm of the depth. Origin: bench 1. */
    private static final double DEPTH_SD = 0.1;
    /** Weight of the depth beside the pitch. Origin: bench 1. */
    private static final double DEPTH_WEIGHT = 0.6;
    /** Most that the depth may cost. Origin: bench 2. */
    private static final double HIGHEST_DEPTH_COST = 1.5;
    /** Standard deviation of the logarithm of the disc height. Origin: bench 1. */
    private static final double DISC_SD = 0.35;
    /** Weight of the disc height beside the pitch. Origin: bench 1. */
    private static final double DISC_WEIGHT = 0.25;
    /** Standard deviation of the inclination, degrees. Origin: first version. */
    private static final double TILT_SD = 14;
    /** Weight of the inclination beside the pitch. Origin: bench 1. */
    private static final double TILT_WEIGHT = 0.2;
    /** Standard deviation of how much two neighbouring discs differ in inclination, degrees. Origin: real development set. */
    private static final double BEND_SD = 6;
    /** Weight of that beside the pitch. Origin: real development set. */
    private static final double BEND_WEIGHT = 0.6;
    /** Most that it may cost: a plane through a worn disc may stand anyhow. Origin: real development set. */
    private static final double HIGHEST_BEND_COST = 1.5;
    /** Usual {@link SacralTaper} of S1, its standard deviation, and the most that more may cost. Origin: real development set. */
    private static final double S1_TAPER = 0.6;
    private static final double S1_TAPER_SD = 0.15;
    private static final double HIGHEST_S1_TAPER_COST = 3;
    /** The same for a lumbar vertebra, and what less may cost. Origin: real development set. */
    private static final double BLOCK_TAPER = 0.95;
    private static final double BLOCK_TAPER_SD = 0.12;
    private static final double HIGHEST_BLOCK_TAPER_COST = 3;
    /** Standard deviations from which the cost grows linearly. Origin: bench 1. */
    private static final double TAIL = 4;

    private final boolean knowsC2;
    private final boolean knowsS1;

    /**
     * @param knowsC2 whether class C2 tells anything
     * @param knowsS1 whether class S1 tells anything
     */
    ShapeLikelihood(boolean knowsC2, boolean knowsS1) {
        this.knowsC2 = knowsC2;
        this.knowsS1 = knowsS1;
    }

    /** An observation that is one level. */
    double oneLevel(Observation seen, int level, BodyHabitus habitus) {
        double score = classes(seen, level, level, habitus.levels().s1()) - depthCost(seen, level, habitus);
        if (!Double.isNaN(seen.logPitch())) {
            score -= TILT_WEIGHT * cost((seen.tilt() - habitus.levels().tilt(level)) / TILT_SD);
            if (level > 0 && level < habitus.levels().s1()) {
                score -= pitchCost(seen, level, level, habitus);
            }
        }
        return score;
    }

    /** The classes of an observation with these levels. */
    double classes(Observation seen, int first, int last, int s1) {
        if (!seen.present()) {
            return 0;
        }
        return (knowsC2 ? endClass(first == 0, seen.c2()) : 0) + (knowsS1 ? endClass(last == s1, seen.s1()) : 0);
    }

    private static double endClass(boolean expected, double share) {
        return expected ? -CLASS_MISSED * (1 - share) : -seen(share);
    }

    private static double seen(double share) {
        return share == 0 ? 0 : Math.min(HIGHEST_CLASS_COST, -CLASS_SEEN * Math.log(Math.max(Double.MIN_NORMAL, 1 - share)));
    }

    /** Cost of the classes of an observation that has no level. */
    double classCost(Observation seen, boolean beyondSacrum) {
        return !seen.present() ? 0 : (knowsC2 ? seen(seen.c2()) : 0)
                + (knowsS1 ? (beyondSacrum ? CLASS_BEYOND_SACRUM * seen.s1() : seen(seen.s1())) : 0);
    }

    double pitchCost(Observation seen, int first, int last, BodyHabitus habitus) {
        return cost((seen.logPitch() - habitus.logPitch(first, last)) / PITCH_SD);
    }

    double depthCost(Observation seen, int level, BodyHabitus habitus) {
        return Double.isNaN(seen.logDepth()) || level == 0 || level == habitus.levels().s1() ? 0
                : Math.min(HIGHEST_DEPTH_COST, DEPTH_WEIGHT * cost((seen.logDepth() - habitus.logDepth(level)) / DEPTH_SD));
    }

    /**
     * Cost of the way the bone tapers below the disc above the lowest body.
     *
     * @param taper a {@link SacralTaper}, NaN costs nothing
     */
    static double taperCost(double taper, boolean s1) {
        if (Double.isNaN(taper)) {
            return 0;
        }
        double z = s1 ? (taper - S1_TAPER) / S1_TAPER_SD : (BLOCK_TAPER - taper) / BLOCK_TAPER_SD;
        return z < 0 ? 0 : Math.min(s1 ? HIGHEST_S1_TAPER_COST : HIGHEST_BLOCK_TAPER_COST, z * z / 2);
    }

    /** @param bend inclination of the disc below the level less that of the disc above it, degrees */
    double bendCost(double bend, int level, BodyHabitus habitus) {
        Levels levels = habitus.levels();
        double z = (bend - levels.slope(level) + levels.slope(level - 1)) / BEND_SD;
        return Math.min(HIGHEST_BEND_COST, BEND_WEIGHT * cost(z));
    }

    /** @param logHeight logarithm of the height of the disc below the level */
    double discCost(double logHeight, int level, BodyHabitus habitus) {
        return DISC_WEIGHT * cost((logHeight - habitus.logDisc(level)) / DISC_SD);
    }

    /** Quadratic near the middle, linear far from it: a collapsed vertebra is rare, not impossible. */
    private static double cost(double z) {
        return z * z / 2 / (1 + Math.abs(z) / TAIL);
    }
}
