package spine.agreement.category;

import spine.agreement.Estimate;
import spine.agreement.Interval;
import spine.agreement.IntervalMethod;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.internal.Distributions;

/**
 * Agreement of any number of raters beyond that expected by chance, (pa - pe)/(1 - pe), with readings missing. The variance is that of the
 * subjects' contributions after linearisation, the interval Student's t with n-1 degrees of freedom, ended at -1 and 1 (Gwet, Br J Math
 * Stat Psychol 2008;61:29-48; Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014, chapter 5). Where that variance is 0, as with raters
 * who never differ, there is no interval: it would have no width.
 */
final class LinearizedAgreement {
    /** Below it a sum of squares is a rounding error. */
    private static final double NO_VARIANCE = 1e-20;
    private static final double NO_DIFFERENCE = 1e-12;

    private final CategoryCounts counts;
    private final CategoryWeights weights;
    private final String name;

    LinearizedAgreement(CategoryCounts counts, CategoryWeights weights, String name) {
        this.counts = counts;
        this.weights = weights.fitting(counts.categories());
        this.name = name;
    }

    /**
     * @param expected agreement by chance
     * @param contributions what each category contributes to it, one for each
     */
    Estimate estimate(double expected, double[] contributions, double confidence) {
        Interval.confident(confidence);
        int n = counts.subjects();
        double[] observed = new double[n];
        int several = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            int raters = counts.raters(i);
            if (raters > 1) {
                several++;
                observed[i] = agreeing(i) / (raters * (raters - 1.0));
                sum += observed[i];
            }
        }
        if (several == 0) {
            throw new UndefinedStatisticException(name + " is undefined: no subject has two readings.");
        }
        if (1 - expected < NO_DIFFERENCE) {
            throw new UndefinedStatisticException(name + " is undefined: by these weights no categories differ.");
        }
        double value = (sum / several - expected) / (1 - expected);
        double squares = n < 2 ? 0 : squares(observed, several, value, expected, contributions);
        if (squares < NO_VARIANCE) {
            return Estimate.of(value, n);
        }
        double half = Distributions.t(confidence, n - 1) * Math.sqrt(squares / n / (n - 1));
        return Estimate.of(value, Math.min(value, Math.max(-1, value - half)), Math.min(1, value + half), confidence,
                IntervalMethod.LINEARIZED, n);
    }

    /** Of the contributions of the subjects around the value. */
    private double squares(double[] observed, int several, double value, double expected, double[] contributions) {
        int n = observed.length;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double own = counts.raters(i) > 1 ? (double) n / several * (observed[i] - expected) / (1 - expected) : 0;
            double chance = 0;
            for (int c = 0; c < contributions.length; c++) {
                chance += contributions[c] * counts.count(i, c) / counts.raters(i);
            }
            double linear = own - 2 * (1 - value) * (chance - expected) / (1 - expected);
            squares += (linear - value) * (linear - value);
        }
        return squares;
    }

    /** Weighted number of ordered pairs of raters who agree on a subject. */
    private double agreeing(int subject) {
        double pairs = 0;
        for (int c = 0; c < counts.categories(); c++) {
            double like = -1;
            for (int d = 0; d < counts.categories(); d++) {
                like += weights.of(c, d) * counts.count(subject, d);
            }
            pairs += counts.count(subject, c) * like;
        }
        return pairs;
    }
}
