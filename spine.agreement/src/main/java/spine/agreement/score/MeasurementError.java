package spine.agreement.score;

import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.Readings;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.internal.Moments;

/** Standard error of measurement, in points of the score (de Vet et al., J Clin Epidemiol 2006;59:1033-9). */
public final class MeasurementError {

    private MeasurementError() {
    }

    /**
     * Of two readings: SD of the differences / sqrt(2), with the chi-squared interval; n counts pairs.
     *
     * @throws UndefinedStatisticException if there are fewer than two pairs
     */
    public static Estimate ofPairs(Pairs pairs, double confidence) {
        int n = pairs.atLeast(2, "The standard error of measurement").n();
        return Spread.of(Moments.of(pairs.differences()).sd() / Math.sqrt(2), n - 1, n, confidence);
    }

    /**
     * Of k raters whose levels may differ: square root of the residual mean square (SEM consistency), with the chi-squared interval; n
     * counts subjects. Of two raters it is that of their pairs.
     *
     * @throws UndefinedStatisticException as {@link MeanSquares#of}
     */
    public static Estimate consistency(Readings readings, double confidence) {
        MeanSquares squares = MeanSquares.of(readings);
        return Spread.of(Math.sqrt(squares.residual()), (squares.n() - 1) * (squares.k() - 1), squares.n(), confidence);
    }

    /**
     * Of k raters, differences of their levels included: square root of the sum of the variances of raters and residual (SEM agreement),
     * without interval. A variance of raters that is estimated below 0 counts as 0.
     *
     * @throws UndefinedStatisticException as {@link MeanSquares#of}
     */
    public static Estimate agreement(Readings readings) {
        MeanSquares squares = MeanSquares.of(readings);
        double raters = Math.max(0, squares.raters() - squares.residual()) / squares.n();
        return Estimate.of(Math.sqrt(raters + squares.residual()), squares.n());
    }
}
