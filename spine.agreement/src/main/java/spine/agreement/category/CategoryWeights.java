package spine.agreement.category;

/** How much two categories agree: 1 on the diagonal, at most 1 beside it, symmetric. */
public final class CategoryWeights {
    private final double[][] weights;

    private CategoryWeights(double[][] weights) {
        this.weights = weights;
    }

    /** Only the same category agrees. */
    public static CategoryWeights unweighted(int categories) {
        return power(categories, 0);
    }

    /** 1 - |i-j|/(q-1) for the i-th and j-th of q ordered categories. */
    public static CategoryWeights linear(int categories) {
        return power(categories, 1);
    }

    /** 1 - (i-j)^2/(q-1)^2 for the i-th and j-th of q ordered categories. */
    public static CategoryWeights quadratic(int categories) {
        return power(categories, 2);
    }

    /**
     * By a table of disagreement, as Cohen writes it (Psychol Bull 1968;70:213-20): 1 - disagreement / the greatest one.
     *
     * @param disagreement square and symmetric, 0 on the diagonal, positive somewhere
     * @throws IllegalArgumentException if it is not
     */
    public static CategoryWeights ofDisagreement(double[][] disagreement) {
        double most = 0;
        for (int i = 0; i < disagreement.length; i++) {
            for (int j = 0; j < disagreement.length; j++) {
                if (disagreement[i].length != disagreement.length || !(disagreement[i][j] >= 0 && disagreement[i][j] < 1e300)
                        || i == j && disagreement[i][i] != 0 || disagreement[i][j] != disagreement[j][i]) {
                    throw new IllegalArgumentException("A table of disagreement is square and symmetric, has 0 on its diagonal and nothing"
                            + " below 0.");
                }
                most = Math.max(most, disagreement[i][j]);
            }
        }
        if (most == 0) {
            throw new IllegalArgumentException("A table of disagreement has a disagreement somewhere.");
        }
        double[][] weights = new double[disagreement.length][disagreement.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                weights[i][j] = 1 - disagreement[i][j] / most;
            }
        }
        return new CategoryWeights(weights);
    }

    public int size() {
        return weights.length;
    }

    /** Agreement of two categories, from 0. */
    public double of(int first, int second) {
        return weights[first][second];
    }

    /** Of all pairs of categories. */
    double sum() {
        double sum = 0;
        for (double[] row : weights) {
            for (double weight : row) {
                sum += weight;
            }
        }
        return sum;
    }

    /** The mean agreement of each category with one that is drawn with the given shares. */
    double[] expected(double[] shares) {
        double[] expected = new double[weights.length];
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
                expected[i] += weights[i][j] * shares[j];
            }
        }
        return expected;
    }

    CategoryWeights fitting(int categories) {
        if (categories != size()) {
            throw new IllegalArgumentException("Weights of " + size() + " categories do not fit " + categories + ".");
        }
        return this;
    }

    private static CategoryWeights power(int categories, int power) {
        double[][] weights = new double[categories][categories];
        for (int i = 0; i < categories; i++) {
            for (int j = 0; j < categories; j++) {
                weights[i][j] = i == j ? 1 : 1 - Math.pow(Math.abs(i - j) / (categories - 1.0), power);
            }
        }
        return new CategoryWeights(weights);
    }
}
