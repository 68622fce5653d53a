package spine.agreement.category;

import spine.agreement.Estimate;
import spine.agreement.UndefinedStatisticException;

/**
 * Fleiss' kappa of any number of raters (Psychol Bull 1971;76:378-82), generalised to weights and to subjects with different numbers of
 * readings, with a linearised variance (Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014, chapters 2 and 5).
 */
public final class FleissKappa {

    private FleissKappa() {
    }

    /**
     * n counts subjects with a reading; those with one only count for the shares of the categories.
     *
     * @throws UndefinedStatisticException if no subject has two readings, or all readings are in one category
     */
    public static Estimate of(CategoryCounts counts, CategoryWeights weights, double confidence) {
        double[] shares = counts.shares();
        double[] likeness = weights.fitting(counts.categories()).expected(shares);
        double expected = 0;
        boolean differing = counts.subjects() == 0;
        for (int c = 0; c < shares.length; c++) {
            expected += shares[c] * likeness[c];
            for (int d = 0; d < c; d++) {
                differing |= shares[c] > 0 && shares[d] > 0 && weights.of(c, d) < 1;
            }
        }
        if (!differing) {
            throw new UndefinedStatisticException("Fleiss' kappa is undefined: all readings are in one category.");
        }
        return new LinearizedAgreement(counts, weights, "Fleiss' kappa").estimate(expected, likeness, confidence);
    }
}
