package spine.agreement.category;

import spine.agreement.Estimate;
import spine.agreement.UndefinedStatisticException;

/**
 * Gwet's AC1, and AC2 with weights: agreement beyond chance that does not fall when one category is rare (Br J Math Stat Psychol
 * 2008;61:29-48; Handbook of Inter-Rater Reliability, 4th ed. 2014, chapters 4 and 5).
 */
public final class GwetAgreement {

    private GwetAgreement() {
    }

    /** AC1; as AC2 without weights. */
    public static Estimate ac1(CategoryCounts counts, double confidence) {
        return ac2(counts, CategoryWeights.unweighted(counts.categories()), confidence);
    }

    /**
     * n counts subjects with a reading; those with one only count for the shares of the categories. It depends on the number of categories,
     * whether they occur or not.
     *
     * @throws UndefinedStatisticException if no subject has two readings, or the scale has one category
     */
    public static Estimate ac2(CategoryCounts counts, CategoryWeights weights, double confidence) {
        int q = weights.fitting(counts.categories()).size();
        if (q < 2) {
            throw new UndefinedStatisticException("Gwet's coefficient is undefined: the scale has fewer than two categories.");
        }
        double[] shares = counts.shares();
        double[] rarity = new double[q];
        double expected = 0;
        for (int c = 0; c < q; c++) {
            rarity[c] = weights.sum() / (q * (q - 1.0)) * (1 - shares[c]);
            expected += rarity[c] * shares[c];
        }
        return new LinearizedAgreement(counts, weights, "Gwet's coefficient").estimate(expected, rarity, confidence);
    }
}
