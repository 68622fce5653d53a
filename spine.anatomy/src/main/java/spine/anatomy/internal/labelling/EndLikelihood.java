package spine.anatomy.internal.labelling;

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

    /**
     * Cost of a column that ends above S1 although C2 is not in view either: images of the lumbar spine are planned to show the sacrum
     * (practice parameter of the ACR for MRI of the adult spine, from memory), and few are not. Origin: real development set.
     */
    private static final double SACRUM_OUT_OF_VIEW = 3.5;

    /** The same where bone goes on below the column: the model may have taken S1 for a lower sacral body. Origin: real development set. */
    private static final double SACRUM_UNTRACED = 1;

    private final ColumnEnds ends;
    private final boolean sacrumExpected;
    private final boolean boneBelow;
    private final int lastObservation;

    /**
     * @param sacrumExpected whether it is to be expected that the column reaches S1
     * @param boneBelow whether the image goes on below the column, and bone does
     * @param lastObservation index of the lowest observation of the column
     */
    EndLikelihood(ColumnEnds ends, boolean sacrumExpected, boolean boneBelow, int lastObservation) {
        this.boneBelow = boneBelow;
        this.sacrumExpected = sacrumExpected;
        this.ends = ends;
        this.lastObservation = lastObservation;
    }

    /** The observations {@code k} to {@code lastK} are the levels {@code first} to {@code last}. */
    double of(int k, int lastK, int first, int last, BodyHabitus habitus) {
        return openEnds(k, lastK, first, habitus.levels().s1() - last) + canal(k, last, habitus);
    }

    private double openEnds(int k, int lastK, int missingAbove, int missingBelow) {
        double score = 0;
        if (k == 0 && ends.openAbove()) {
            score -= Math.min(HIGHEST_END_COST, MISSING_LEVEL * missingAbove);
        }
        if (lastK == lastObservation && sacrumExpected && missingBelow > 0) {
            score -= boneBelow ? SACRUM_UNTRACED : SACRUM_OUT_OF_VIEW;
        } else if (lastK == lastObservation && ends.openBelow()) {
            score -= Math.min(HIGHEST_END_COST, MISSING_LEVEL * missingBelow);
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
