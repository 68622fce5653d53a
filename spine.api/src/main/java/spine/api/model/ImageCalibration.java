package spine.api.model;

/**
 * From the highest probability of oedema on an image to the probability that the image shows inflammation: logistic in the log odds, as
 * {@code ./spine evaluate} fits it (Cox, Biometrika 1958;45:562-5).
 *
 * @param intercept log odds of inflammation where the highest probability is 0.5
 * @param slope by how much they grow with the log odds of the highest probability, above 0
 */
public record ImageCalibration(double intercept, double slope) {
    /** Leaves probabilities as they are. */
    public static final ImageCalibration NONE = new ImageCalibration(0, 1);
    /** Half of the smallest step that {@link spine.api.image.ClassProbabilities} can tell. */
    private static final double LEAST = 1 / 510.0;

    /** @throws IllegalArgumentException if higher probabilities would become lower */
    public ImageCalibration {
        if (!(Double.isFinite(intercept) && slope > 0 && Double.isFinite(slope))) {
            throw new IllegalArgumentException("the image calibration has intercept " + intercept + " and slope " + slope
                    + "; they must be finite, the slope above 0");
        }
    }

    /** @param highest probability of oedema, 0..1 @return the probability of inflammation, 0..1 */
    public double of(double highest) {
        if (equals(NONE)) {
            return highest;
        }
        return 1 / (1 + Math.exp(-intercept - slope * logOdds(highest)));
    }

    /** Finite log odds of a probability in 0..1. */
    public static double logOdds(double probability) {
        double p = Math.max(LEAST, Math.min(1 - LEAST, probability));
        return Math.log(p / (1 - p));
    }
}
