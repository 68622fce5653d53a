package spine.agreement.category;

import spine.agreement.Estimate;
import spine.agreement.Interval;
import spine.agreement.IntervalMethod;
import spine.agreement.Pairs;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.internal.Distributions;

/**
 * Cohen's kappa of two raters, plain (Educ Psychol Meas 1960;20:37-46) or weighted (Psychol Bull 1968;70:213-20), with the interval by the
 * large-sample variance of Fleiss, Cohen and Everitt (Psychol Bull 1969;72:323-7), ended at -1 and 1. Where that variance is 0, as with
 * raters who never differ, there is no interval: it would have no width.
 */
public final class CohenKappa {
    /** Below it a variance is a rounding error. */
    private static final double NO_VARIANCE = 1e-15;

    private CohenKappa() {
    }

    /** Of pairs of categories; n counts complete pairs. */
    public static Estimate of(Pairs pairs, Categories categories, CategoryWeights weights, double confidence) {
        double[][] table = new double[categories.size()][categories.size()];
        double[] first = pairs.first();
        double[] second = pairs.second();
        for (int i = 0; i < first.length; i++) {
            table[categories.of(first[i])][categories.of(second[i])]++;
        }
        return of(table, weights, confidence);
    }

    /**
     * Of a table of counts; n is their sum.
     *
     * @param table {@code [first rater][second rater]}, square
     * @throws UndefinedStatisticException if the table is empty, or both raters chose the same category for all
     */
    public static Estimate of(double[][] table, CategoryWeights weights, double confidence) {
        Interval.confident(confidence);
        int size = weights.fitting(table.length).size();
        double[] rows = new double[size];
        double[] columns = new double[size];
        double total = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                total += table[i][j];
            }
        }
        if (total == 0) {
            throw new UndefinedStatisticException("Cohen's kappa is undefined: there is no complete pair of readings.");
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i] += table[i][j] / total;
                columns[j] += table[i][j] / total;
            }
        }
        double observed = 0;
        double expected = 0;
        boolean onlyOne = true;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                observed += weights.of(i, j) * table[i][j] / total;
                expected += weights.of(i, j) * rows[i] * columns[j];
                onlyOne &= weights.of(i, j) == 1 || rows[i] * columns[j] == 0;
            }
        }
        if (onlyOne) {
            throw new UndefinedStatisticException("Cohen's kappa is undefined: both raters chose the same category for all.");
        }
        double kappa = (observed - expected) / (1 - expected);
        double[] ofRow = weights.expected(columns);
        double[] ofColumn = weights.expected(rows);
        double squares = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double off = weights.of(i, j) * (1 - expected) - (ofRow[i] + ofColumn[j]) * (1 - observed);
                squares += table[i][j] / total * off * off;
            }
        }
        double apart = observed * expected - 2 * expected + observed;
        double variance = Math.max(0, squares - apart * apart) / (total * Math.pow(1 - expected, 4));
        if (variance < NO_VARIANCE) {
            return Estimate.of(kappa, Math.round(total));
        }
        double half = Distributions.z(confidence) * Math.sqrt(variance);
        return Estimate.of(kappa, Math.max(-1, kappa - half), Math.min(1, kappa + half), confidence, IntervalMethod.DELTA,
                Math.round(total));
    }
}
