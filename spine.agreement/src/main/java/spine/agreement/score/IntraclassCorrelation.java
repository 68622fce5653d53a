package spine.agreement.score;

import spine.agreement.Estimate;
import spine.agreement.Interval;
import spine.agreement.IntervalMethod;
import spine.agreement.Readings;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.internal.Distributions;

/**
 * The six intraclass correlations with their intervals (Shrout and Fleiss, Psychol Bull 1979;86:420-8). The interval of ICC(2,1) uses
 * Satterthwaite's degrees of freedom, that of ICC(2,k) follows from it by Spearman and Brown.
 */
public final class IntraclassCorrelation {
    private final MeanSquares squares;

    /**
     * @param readings without missing cells ({@link Readings#complete()}), two subjects and two raters at least
     * @throws UndefinedStatisticException if there are fewer or some are missing, or all readings are the same
     */
    public IntraclassCorrelation(Readings readings) {
        squares = MeanSquares.of(readings);
        if (squares.subjects() == 0 && squares.within() == 0) {
            throw new UndefinedStatisticException("An intraclass correlation is undefined: all readings are the same.");
        }
    }

    /** The mean squares it is computed from. */
    public MeanSquares meanSquares() {
        return squares;
    }

    /**
     * One of the six, of n subjects.
     *
     * @param confidence of the F interval, such as 0.95
     * @throws UndefinedStatisticException of the mean of k raters, if its variance between subjects is 0
     */
    public Estimate estimate(IccForm form, double confidence) {
        Interval.confident(confidence);
        int oneWay = squares.n() * (squares.k() - 1);
        int twoWay = (squares.n() - 1) * (squares.k() - 1);
        return switch (form) {
            case ONE_WAY -> single(squares.within(), oneWay, confidence);
            case ONE_WAY_MEAN -> mean(squares.within(), oneWay, confidence);
            case CONSISTENCY -> single(squares.residual(), twoWay, confidence);
            case CONSISTENCY_MEAN -> mean(squares.residual(), twoWay, confidence);
            case AGREEMENT -> agreement(confidence);
            case AGREEMENT_MEAN -> agreementMean(confidence);
        };
    }

    /** One rater; the error is the within or the residual mean square with its degrees of freedom. */
    private Estimate single(double error, int df, double confidence) {
        int k = squares.k();
        double value = ratio(squares.subjects() - error, squares.subjects() + (k - 1) * error, "there is neither a difference between"
                + " subjects nor an error");
        if (error == 0) {
            return exact(value, confidence);
        }
        double lower = ratioLower(error, df, confidence);
        double upper = ratioUpper(error, df, confidence);
        return estimate(value, (lower - 1) / (lower + k - 1), (upper - 1) / (upper + k - 1), confidence);
    }

    private Estimate mean(double error, int df, double confidence) {
        double value = ratio(squares.subjects() - error, squares.subjects(), "the subjects do not differ in their means");
        return error == 0 ? exact(value, confidence) : estimate(value, 1 - 1 / ratioLower(error, df, confidence),
                1 - 1 / ratioUpper(error, df, confidence), confidence);
    }

    private double ratioLower(double error, int df, double confidence) {
        return squares.subjects() / error / Distributions.f(confidence, squares.n() - 1, df);
    }

    private double ratioUpper(double error, int df, double confidence) {
        return squares.subjects() / error * Distributions.f(confidence, df, squares.n() - 1);
    }

    private Estimate agreement(double confidence) {
        int n = squares.n();
        int k = squares.k();
        double msb = squares.subjects();
        double msj = squares.raters();
        double mse = squares.residual();
        double r = ratio(msb - mse, msb + (k - 1) * mse + k * (msj - mse) / n, "all differences come from the raters");
        if (mse == 0 && msj == 0) {
            return exact(r, confidence);
        }
        // Multiplied by MSE, so that the limit for MSE = 0 needs no case of its own.
        double fj = k * r * msj;
        double rest = (n * (1 + (k - 1) * r) - k * r) * mse;
        double df = (k - 1) * (n - 1) * square(fj + rest) / ((n - 1) * square(fj) + square(rest));
        if (!(df > 0)) {
            return Estimate.of(r, n);
        }
        double high = Distributions.f(confidence, n - 1, df);
        double low = Distributions.f(confidence, df, n - 1);
        double spread = k * msj + (k * n - k - n) * mse;
        return estimate(r, n * (msb - high * mse) / (high * spread + n * msb), n * (low * msb - mse) / (spread + n * low * msb),
                confidence);
    }

    private Estimate agreementMean(double confidence) {
        double value = ratio(squares.subjects() - squares.residual(),
                squares.subjects() + (squares.raters() - squares.residual()) / squares.n(), "the subjects do not differ in their means");
        Estimate single = agreement(confidence);
        return single.interval().filter(bounds -> 1 + (squares.k() - 1) * bounds.lower() > 0)
                .map(bounds -> estimate(value, longer(bounds.lower()), longer(bounds.upper()), confidence))
                .orElseGet(() -> Estimate.of(value, squares.n()));
    }

    /** Spearman and Brown: from one rater to k. */
    private double longer(double r) {
        return squares.k() * r / (1 + (squares.k() - 1) * r);
    }

    private double ratio(double numerator, double denominator, String otherwise) {
        if (denominator == 0) {
            throw new UndefinedStatisticException("The intraclass correlation is undefined: " + otherwise + ".");
        }
        return numerator / denominator;
    }

    private Estimate exact(double value, double confidence) {
        return estimate(value, value, value, confidence);
    }

    private Estimate estimate(double value, double lower, double upper, double confidence) {
        return Estimate.of(value, lower, upper, confidence, IntervalMethod.F, squares.n());
    }

    private static double square(double value) {
        return value * value;
    }
}
