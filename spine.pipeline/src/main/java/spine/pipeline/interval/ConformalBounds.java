package spine.pipeline.interval;

import java.util.Arrays;

import spine.api.score.ScoreInterval;

/**
 * The arithmetic of one total. A raw interval from the strict to the lenient total is widened in proportion to
 * {@code 1 + sqrt(lenient)}, because errors grow with the score, and its ends are rounded outwards to whole points.
 */
public final class ConformalBounds {

    private ConformalBounds() {
    }

    /** @param margin may be negative @param shown the total that the report gives, which the interval always contains */
    static ScoreInterval interval(double strict, double lenient, double margin, double shown) {
        double width = margin * scale(lenient);
        double lower = Math.max(0, Math.floor(strict - width));
        double upper = Math.ceil(lenient + width);
        return new ScoreInterval(Math.min(lower, shown), Math.max(upper, shown));
    }

    /** The margin from which on the interval contains the truth, which is its rank in the calibration. */
    static double nonconformity(double strict, double lenient, double truth) {
        return Math.max(strict - truth - 1, truth - lenient - 1) / scale(lenient);
    }

    /**
     * The finite-sample quantile of split conformal prediction: the {@code ceil((n + 1) * coverage)}-th smallest score.
     *
     * @throws IllegalArgumentException if there are too few for that coverage
     */
    public static double quantile(double[] nonconformities, double coverage) {
        int rank = (int) Math.ceil((nonconformities.length + 1) * coverage);
        if (rank > nonconformities.length) {
            throw new IllegalArgumentException("a coverage of " + coverage + " cannot be calibrated on so few as " + nonconformities.length);
        }
        double[] sorted = nonconformities.clone();
        Arrays.sort(sorted);
        return sorted[rank - 1];
    }

    private static double scale(double lenient) {
        return 1 + Math.sqrt(Math.max(0, lenient));
    }
}
