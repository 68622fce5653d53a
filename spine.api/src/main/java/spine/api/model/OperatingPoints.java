package spine.api.model;

/**
 * Probabilities from which the answer of a model counts, each in 0..1.
 *
 * @param pixel for a foreground pixel
 * @param image for a pixel where an image is asked for inflammation as a whole, which may be called sooner than its pixels are scored; above
 *     {@code pixel} it has no effect
 * @param study what something in a study must reach for anything in it to be scored; up to {@code pixel} it has no effect
 */
public record OperatingPoints(double pixel, double image, double study) {

    /** @throws IllegalArgumentException if one lies outside 0..1 */
    public OperatingPoints {
        if (!(isShare(pixel) && isShare(image) && isShare(study))) {
            throw new IllegalArgumentException("the operating points are " + pixel + ", for images " + image + " and for studies " + study
                    + "; they must lie in 0..1");
        }
    }

    /** The same for everything. */
    public static OperatingPoints all(double point) {
        return new OperatingPoints(point, point, point);
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
