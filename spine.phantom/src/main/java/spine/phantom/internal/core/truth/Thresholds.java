package spine.phantom.internal.core.truth;

/**
 * From where on a lesion scores.
 *
 * @param area of a positive quadrant, mm2
 * @param depth of a deep lesion, mm from the endplate
 * @param intensity of an intense lesion, as a share of the signal of the fluid
 */
public record Thresholds(double area, double depth, double intensity) {
    /** Those of the truth. */
    public static final Thresholds TRUTH = new Thresholds(UnitTruth.MIN_AREA, 10, 0.8);
}
