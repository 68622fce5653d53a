package spine.evaluate.internal.stats;

import org.apache.commons.math3.distribution.FDistribution;

/**
 * The six intraclass correlations of Shrout and Fleiss (Psychol Bull 1979;86:420) with their 95 % intervals: one-way,
 * two-way random (absolute agreement) and two-way mixed (consistency), each for one rater and for the mean of all k.
 */
public record IntraclassCorrelation(Estimate oneWay, Estimate oneWayMean, Estimate agreement, Estimate agreementMean,
        Estimate consistency, Estimate consistencyMean) {
    private static final double UPPER = 0.975;
    private static final Estimate UNKNOWN = Estimate.of(Double.NaN);

    /** @param ratings {@code [subject][rater]}; fewer than two of either, or no variance at all, gives NaN */
    public static IntraclassCorrelation of(double[][] ratings) {
        if (ratings.length < 2 || ratings[0].length < 2) {
            return unknown();
        }
        Anova a = Anova.of(ratings);
        if (a.msb() == 0 && a.msw() == 0) {
            return unknown();
        }
        Estimate agreement = agreement(a);
        return new IntraclassCorrelation(single(a, a.msw(), a.n() * (a.k() - 1)), mean(a, a.msw(), a.n() * (a.k() - 1)),
                agreement, agreementMean(a, agreement),
                single(a, a.mse(), (a.n() - 1) * (a.k() - 1)), mean(a, a.mse(), (a.n() - 1) * (a.k() - 1)));
    }

    private static IntraclassCorrelation unknown() {
        return new IntraclassCorrelation(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    }

    /** One rater; the error is the within or the residual mean square with its degrees of freedom. */
    private static Estimate single(Anova a, double error, int df) {
        int k = a.k();
        double value = (a.msb() - error) / (a.msb() + (k - 1) * error);
        if (error == 0) {
            return new Estimate(value, value, value, IntervalMethod.F);
        }
        double lower = ratioLower(a, error, df);
        double upper = ratioUpper(a, error, df);
        return new Estimate(value, (lower - 1) / (lower + k - 1), (upper - 1) / (upper + k - 1), IntervalMethod.F);
    }

    private static Estimate mean(Anova a, double error, int df) {
        double value = (a.msb() - error) / a.msb();
        return error == 0 ? new Estimate(value, value, value, IntervalMethod.F)
                : new Estimate(value, 1 - 1 / ratioLower(a, error, df), 1 - 1 / ratioUpper(a, error, df), IntervalMethod.F);
    }

    private static double ratioLower(Anova a, double error, int df) {
        return a.msb() / error / quantile(a.n() - 1, df);
    }

    private static double ratioUpper(Anova a, double error, int df) {
        return a.msb() / error * quantile(df, a.n() - 1);
    }

    private static Estimate agreement(Anova a) {
        int n = a.n();
        int k = a.k();
        double r = (a.msb() - a.mse()) / (a.msb() + (k - 1) * a.mse() + k * (a.msj() - a.mse()) / n);
        if (a.mse() == 0) {
            return a.msj() == 0 ? new Estimate(r, r, r, IntervalMethod.F) : Estimate.of(r);
        }
        double fj = a.msj() / a.mse();
        double rest = n * (1 + (k - 1) * r) - k * r;
        double v = (k - 1) * (n - 1) * square(k * r * fj + rest) / ((n - 1) * square(k * r * fj) + square(rest));
        double upperF = quantile(n - 1, v);
        double lowerF = quantile(v, n - 1);
        double spread = k * a.msj() + (k * n - k - n) * a.mse();
        return new Estimate(r, n * (a.msb() - upperF * a.mse()) / (upperF * spread + n * a.msb()),
                n * (lowerF * a.msb() - a.mse()) / (spread + n * lowerF * a.msb()), IntervalMethod.F);
    }

    /** Bounds by Spearman and Brown. */
    private static Estimate agreementMean(Anova a, Estimate single) {
        double value = (a.msb() - a.mse()) / (a.msb() + (a.msj() - a.mse()) / a.n());
        return new Estimate(value, longer(single.lower(), a.k()), longer(single.upper(), a.k()), single.interval());
    }

    private static double longer(double r, int k) {
        return k * r / (1 + (k - 1) * r);
    }

    private static double quantile(double df1, double df2) {
        return df1 > 0 && df2 > 0 ? new FDistribution(null, df1, df2).inverseCumulativeProbability(UPPER) : Double.NaN;
    }

    private static double square(double value) {
        return value * value;
    }
}
