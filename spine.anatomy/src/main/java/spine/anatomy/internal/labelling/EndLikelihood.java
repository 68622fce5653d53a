package spine.anatomy.internal.labelling;

import spine.anatomy.internal.tracing.Morphometry;

/**
 * Log-likelihoods of the levels at which a column ends: one that ends within the field of view ends with C2 or S1, or not far
 * from them, and the spinal canal opens into the skull at a certain distance above the disc below C2.
 */
final class EndLikelihood {
    /** Cost of every level that is missing at an end within the field of view. Origin: bench 1. */
    private static final double MISSING_LEVEL = 0.9;
    /** Most that missing levels at one end may cost. Origin: bench 1. */
    private static final double HIGHEST_END_COST = 2.5;
    /** Standard deviation of the distance to the skull, mm. Origin: bench 2. */
    private static final double SKULL_SD = 11;
    /** Most that the distance to the skull may cost. Origin: bench 2. */
    private static final double HIGHEST_SKULL_COST = 3;

    private final ColumnEnds ends;
    private final int lastObservation;

    /** @param lastObservation index of the lowest observation of the column */
    EndLikelihood(ColumnEnds ends, int lastObservation) {
        this.ends = ends;
        this.lastObservation = lastObservation;
    }

    /** The observations {@code k} to {@code lastK} are the levels {@code first} to {@code last}. */
    double of(int k, int lastK, int first, int last, BodyHabitus habitus) {
        return openEnds(k, lastK, first, last) + canal(k, last, habitus);
    }

    private double openEnds(int k, int lastK, int first, int last) {
        double score = 0;
        if (k == 0 && ends.openAbove()) {
            score -= Math.min(HIGHEST_END_COST, MISSING_LEVEL * first);
        }
        if (lastK == lastObservation && ends.openBelow()) {
            score -= Math.min(HIGHEST_END_COST, MISSING_LEVEL * (Morphometry.S1 - last));
        }
        return score;
    }

    private double canal(int k, int last, BodyHabitus habitus) {
        if (k > 0 || Double.isNaN(ends.canalAboveMm())) {
            return 0;
        }
        double z = (ends.canalAboveMm() - habitus.toSkull(last)) / SKULL_SD;
        return -Math.min(HIGHEST_SKULL_COST, z * z / 2);
    }
}
