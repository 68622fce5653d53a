package spine.sparcc.internal;

import java.util.Objects;

/**
 * The numbers the published rules leave open, and the ones they fix.
 *
 * @param minQuadrantAreaMm2 lesion area inside a quadrant from which the quadrant is positive, mm2, above 0
 * @param deepMm reach from the endplate from which a lesion is deep, mm, above 0
 * @param intensityTolerance share of the fluid signal from which a lesion counts as bright as fluid, above 0
 * @param fluidPercentile percentile of the canal's signal that is taken for cerebrospinal fluid, 0..100
 * @param windowPolicy how the three slices of a unit are chosen
 * @param worst number of units in the second total, 1..23
 */
record SparccRules(double minQuadrantAreaMm2, double deepMm, double intensityTolerance, double fluidPercentile,
        WindowPolicy windowPolicy, int worst) {

    /** The published rules give no number. Set in 194cbdb (2026-11-24), not from literature. */
    static final double MIN_QUADRANT_AREA_MM2 = 6;
    /** Literature: at least 1 cm from the endplate (Maksymowych et al., Arthritis Rheum 2005;53:703). */
    static final double DEEP_MM = 10;
    /**
     * The rule says as bright as cerebrospinal fluid, but by the STIR signal equation even very wet marrow reaches only 0.6 to 0.8 of
     * still fluid: 1 would hardly ever be reached. Set in 194cbdb (2026-11-24).
     */
    static final double INTENSITY_TOLERANCE = 0.8;
    /** High, because cord and flow voids in the canal are darker than fluid. Set in 194cbdb (2026-11-24), not from literature. */
    static final double FLUID_PERCENTILE = 90;
    /** Literature: the original index scores the six most affected levels (Maksymowych et al. 2005). */
    static final int WORST = 6;

    SparccRules {
        Objects.requireNonNull(windowPolicy, "windowPolicy");
        require(minQuadrantAreaMm2 > 0, "minQuadrantAreaMm2", minQuadrantAreaMm2);
        require(deepMm > 0, "deepMm", deepMm);
        require(intensityTolerance > 0, "intensityTolerance", intensityTolerance);
        require(fluidPercentile >= 0 && fluidPercentile <= 100, "fluidPercentile", fluidPercentile);
        require(worst >= 1 && worst <= 23, "worst", worst);
    }

    private static void require(boolean sound, String name, double value) {
        if (!sound) {
            throw new IllegalArgumentException("the SPARCC setting " + name + " cannot be " + value);
        }
    }
}
