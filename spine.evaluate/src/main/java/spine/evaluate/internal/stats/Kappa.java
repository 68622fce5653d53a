package spine.evaluate.internal.stats;

/** Chance-corrected agreement. */
public final class Kappa {

    private Kappa() {
    }

    /**
     * Cohen's kappa.
     *
     * @param table counts, {@code [first reader][second reader]}
     * @param disagreement weights of the same shape, 0 on the diagonal
     */
    public static double cohen(double[][] table, double[][] disagreement) {
        int size = table.length;
        double[] row = new double[size];
        double[] column = new double[size];
        double total = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                row[i] += table[i][j];
                column[j] += table[i][j];
                total += table[i][j];
            }
        }
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                observed += disagreement[i][j] * table[i][j];
                expected += disagreement[i][j] * row[i] * column[j] / total;
            }
        }
        return 1 - observed / expected;
    }

    /** Weights by which every disagreement counts the same. */
    public static double[][] unweighted(int size) {
        return weights(size, 0);
    }

    /** Weights by which a disagreement counts with the given power of its distance: 1 linear, 2 quadratic. */
    public static double[][] weights(int size, int power) {
        double[][] weights = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                weights[i][j] = i == j ? 0 : Math.pow(Math.abs(i - j), power);
            }
        }
        return weights;
    }

    /**
     * Fleiss' kappa for any number of raters.
     *
     * @param counts {@code [subject][category]}: how many raters chose the category; every subject has the same number
     */
    public static double fleiss(int[][] counts) {
        int n = counts.length;
        int raters = 0;
        for (int count : counts[0]) {
            raters += count;
        }
        double[] share = new double[counts[0].length];
        double observed = 0;
        for (int[] subject : counts) {
            double pairs = 0;
            for (int c = 0; c < share.length; c++) {
                share[c] += (double) subject[c] / (n * raters);
                pairs += (double) subject[c] * (subject[c] - 1);
            }
            observed += pairs / (raters * (raters - 1.0)) / n;
        }
        double expected = 0;
        for (double p : share) {
            expected += p * p;
        }
        return (observed - expected) / (1 - expected);
    }
}
