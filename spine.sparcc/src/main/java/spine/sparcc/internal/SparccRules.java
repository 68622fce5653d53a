package spine.sparcc.internal;

import java.util.Objects;

/**
 * The numbers the published rules leave open, and the ones they fix.
 *
 * @param minQuadrantAreaMm2 lesion area inside a quadrant from which the quadrant is positive, mm2, above 0
 * @param deepMm reach from the endplate from which a lesion is deep, mm (Maksymowych 2005: 1 cm)
 * @param intensityTolerance share of the fluid signal from which a lesion counts as bright as fluid: even very wet
 *     marrow stays below still fluid on STIR, so 1 would hardly ever be reached
 * @param fluidPercentile percentile of the canal's signal that stands for cerebrospinal fluid, 0..100: high, because
 *     cord and flow voids in the canal are darker than fluid
 * @param windowPolicy how the three slices of a unit are chosen
 * @param worst number of units in the second total
 */
record SparccRules(double minQuadrantAreaMm2, double deepMm, double intensityTolerance, double fluidPercentile,
        WindowPolicy windowPolicy, int worst) {

    static final SparccRules PUBLISHED = new SparccRules(6, 10, 0.8, 90, WindowPolicy.PER_UNIT, 6);

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
