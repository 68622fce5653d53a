package spine.evaluate.internal.stats;

/**
 * Mean squares of a table of n subjects by k raters.
 *
 * @param n subjects
 * @param k raters
 * @param msb between subjects
 * @param msj between raters ("judges")
 * @param mse residual
 * @param msw within subjects
 */
record Anova(int n, int k, double msb, double msj, double mse, double msw) {
    /** Sums of squares below this fraction of the total are rounding errors. */
    private static final double ROUNDING = 1e-12;

    /** @param ratings {@code [subject][rater]}, at least two of each */
    static Anova of(double[][] ratings) {
        int n = ratings.length;
        int k = ratings[0].length;
        double[] subject = new double[n];
        double[] rater = new double[k];
        double grand = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                subject[i] += ratings[i][j] / k;
                rater[j] += ratings[i][j] / n;
                grand += ratings[i][j] / (n * k);
            }
        }
        double between = 0;
        double raters = 0;
        double residual = 0;
        double within = 0;
        for (int i = 0; i < n; i++) {
            between += k * square(subject[i] - grand);
            for (int j = 0; j < k; j++) {
                residual += square(ratings[i][j] - subject[i] - rater[j] + grand);
                within += square(ratings[i][j] - subject[i]);
            }
        }
        for (int j = 0; j < k; j++) {
            raters += n * square(rater[j] - grand);
        }
        double noise = ROUNDING * (between + within);
        return new Anova(n, k, clean(between, noise) / (n - 1), clean(raters, noise) / (k - 1),
                clean(residual, noise) / ((n - 1) * (k - 1)), clean(within, noise) / (n * (k - 1)));
    }

    private static double square(double value) {
        return value * value;
    }

    private static double clean(double sum, double noise) {
        return sum <= noise ? 0 : sum;
    }
}
