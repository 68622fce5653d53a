package spine.pipeline.calibration;

import java.util.Arrays;

/**
 * Logistic regression with an L2 penalty on the weights of the standardised variables, not on the intercept: Newton's method
 * (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd ed., 4.4.1 and 18.4).
 */
final class LogisticRegression {
    private static final int STEPS = 100;
    private static final double CONVERGED = 1e-10;
    /** A variable that never changes gets the weight 0. */
    private static final double LEAST_SPREAD = 1e-9;

    private final double[] means;
    private final double[] spreads;
    /** Intercept first. */
    private final double[] weights;

    /**
     * @param cases at least one; one row each, all of the same length
     * @param truth one per case
     * @param penalty above 0, so that there is a solution even if the cases can be separated
     */
    LogisticRegression(double[][] cases, boolean[] truth, double penalty) {
        int variables = cases[0].length;
        this.means = new double[variables];
        this.spreads = new double[variables];
        for (int v = 0; v < variables; v++) {
            int at = v;
            double mean = Arrays.stream(cases).mapToDouble(row -> row[at]).average().orElseThrow();
            means[v] = mean;
            spreads[v] = Math.sqrt(Arrays.stream(cases).mapToDouble(row -> (row[at] - mean) * (row[at] - mean)).average().orElseThrow());
        }
        this.weights = fit(Arrays.stream(cases).map(this::standardised).toArray(double[][]::new), truth, penalty);
    }

    /** Mean of a variable over the cases. */
    double mean(int variable) {
        return means[variable];
    }

    /** By how much the log odds grow with a variable in its own units. */
    double weight(int variable) {
        return spreads[variable] < LEAST_SPREAD ? 0 : weights[variable + 1] / spreads[variable];
    }

    /** Log odds of a case whose variables have their means. */
    double intercept() {
        return weights[0];
    }

    double probability(double[] values) {
        return sigmoid(dot(weights, standardised(values)));
    }

    /** With a leading 1. */
    private double[] standardised(double[] values) {
        double[] row = new double[values.length + 1];
        row[0] = 1;
        for (int v = 0; v < values.length; v++) {
            row[v + 1] = spreads[v] < LEAST_SPREAD ? 0 : (values[v] - means[v]) / spreads[v];
        }
        return row;
    }

    private static double[] fit(double[][] rows, boolean[] truth, double penalty) {
        int size = rows[0].length;
        double[] weights = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[][] curvature = new double[size][size];
            double[] slope = new double[size];
            for (int i = 1; i < size; i++) {
                curvature[i][i] = penalty;
                slope[i] = -penalty * weights[i];
            }
            curvature[0][0] = LEAST_SPREAD;
            for (int r = 0; r < rows.length; r++) {
                double p = sigmoid(dot(weights, rows[r]));
                double off = (truth[r] ? 1 : 0) - p;
                double spread = p * (1 - p);
                for (int i = 0; i < size; i++) {
                    slope[i] += off * rows[r][i];
                    for (int j = 0; j < size; j++) {
                        curvature[i][j] += spread * rows[r][i] * rows[r][j];
                    }
                }
            }
            double[] change = solve(curvature, slope);
            double largest = 0;
            for (int i = 0; i < size; i++) {
                weights[i] += change[i];
                largest = Math.max(largest, Math.abs(change[i]));
            }
            if (largest < CONVERGED) {
                break;
            }
        }
        return weights;
    }

    /** Gaussian elimination of a symmetric positive definite matrix; the arguments are changed. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (int column = pivot; column < size; column++) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }
                right[row] -= factor * right[pivot];
            }
        }
        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double rest = right[row];
            for (int column = row + 1; column < size; column++) {
                rest -= matrix[row][column] * solution[column];
            }
            solution[row] = rest / matrix[row][row];
        }
        return solution;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double sigmoid(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
