package spine.anatomy.internal;

import java.util.Arrays;

/**
 * The most likely names of the bodies of a column, with their posterior probabilities (Viterbi and forward-backward over
 * {@link LevelModel}, averaged over the patient's size).
 *
 * @param level per body 0 (C2) to 23 (S1), or -1 for no name
 * @param confidence per body the probability of that name
 * @param scale the patient's size, 1 for the tables
 */
record LevelNaming(int[] level, double[] confidence, double scale) {
    private static final double[] SCALES = {0.80, 0.85, 0.89, 0.93, 0.97, 1.01, 1.05, 1.1, 1.15, 1.2, 1.26};
    private static final double SCALE_SD = 0.09;

    static LevelNaming of(LevelModel model) {
        int n = model.bodies();
        double[] evidence = new double[SCALES.length];
        double[][][] posterior = new double[SCALES.length][][];
        int best = 0;
        for (int i = 0; i < SCALES.length; i++) {
            double[][] emission = emissions(model, SCALES[i]);
            double[][] forward = forward(model, emission);
            double[][] backward = backward(model, emission);
            double off = Math.log(SCALES[i]) / SCALE_SD;
            double total = sum(forward[n - 1]);
            evidence[i] = total - off * off / 2;
            posterior[i] = new double[n][LevelModel.STATES];
            for (int g = 0; g < n; g++) {
                for (int s = 0; s < LevelModel.STATES; s++) {
                    posterior[i][g][s] = Math.exp(forward[g][s] + backward[g][s] - total);
                }
            }
            best = evidence[i] > evidence[best] ? i : best;
        }
        int[] state = viterbi(model, emissions(model, SCALES[best]));
        double all = sum(evidence);
        double scale = 0;
        double[] confidence = new double[n];
        for (int i = 0; i < SCALES.length; i++) {
            double weight = Math.exp(evidence[i] - all);
            scale += weight * SCALES[i];
            for (int g = 0; g < n; g++) {
                confidence[g] += weight * posterior[i][g][state[g]];
            }
        }
        int[] level = Arrays.stream(state).map(s -> s < LevelTable.LEVELS ? s : -1).toArray();
        return new LevelNaming(level, confidence, scale);
    }

    private static double[][] emissions(LevelModel model, double scale) {
        double[][] emission = new double[model.bodies()][LevelModel.STATES];
        for (int g = 0; g < emission.length; g++) {
            for (int s = 0; s < LevelModel.STATES; s++) {
                emission[g][s] = model.emission(g, s, scale);
            }
        }
        return emission;
    }

    private static double[][] forward(LevelModel model, double[][] emission) {
        double[][] f = new double[emission.length][LevelModel.STATES];
        double[] terms = new double[LevelModel.STATES];
        for (int g = 0; g < f.length; g++) {
            for (int to = 0; to < LevelModel.STATES; to++) {
                for (int from = 0; from < terms.length; from++) {
                    terms[from] = g == 0 ? Double.NEGATIVE_INFINITY : f[g - 1][from] + model.transition(g - 1, from, to);
                }
                f[g][to] = emission[g][to] + (g == 0 ? model.start(to) : sum(terms));
            }
        }
        return f;
    }

    private static double[][] backward(LevelModel model, double[][] emission) {
        double[][] b = new double[emission.length][LevelModel.STATES];
        double[] terms = new double[LevelModel.STATES];
        for (int g = b.length - 2; g >= 0; g--) {
            for (int from = 0; from < LevelModel.STATES; from++) {
                for (int to = 0; to < terms.length; to++) {
                    terms[to] = b[g + 1][to] + emission[g + 1][to] + model.transition(g, from, to);
                }
                b[g][from] = sum(terms);
            }
        }
        return b;
    }

    private static int[] viterbi(LevelModel model, double[][] emission) {
        int n = emission.length;
        double[][] best = new double[n][LevelModel.STATES];
        int[][] via = new int[n][LevelModel.STATES];
        for (int g = 0; g < n; g++) {
            for (int to = 0; to < LevelModel.STATES; to++) {
                double top = g == 0 ? model.start(to) : Double.NEGATIVE_INFINITY;
                for (int from = 0; g > 0 && from < LevelModel.STATES; from++) {
                    double score = best[g - 1][from] + model.transition(g - 1, from, to);
                    if (score > top) {
                        top = score;
                        via[g][to] = from;
                    }
                }
                best[g][to] = top + emission[g][to];
            }
        }
        int[] state = new int[n];
        for (int s = 1; s < LevelModel.STATES; s++) {
            state[n - 1] = best[n - 1][s] > best[n - 1][state[n - 1]] ? s : state[n - 1];
        }
        for (int g = n - 1; g > 0; g--) {
            state[g - 1] = via[g][state[g]];
        }
        return state;
    }

    /** Logarithm of the sum of exponentials. */
    private static double sum(double[] logs) {
        double top = Double.NEGATIVE_INFINITY;
        for (double v : logs) {
            top = Math.max(top, v);
        }
        if (top == Double.NEGATIVE_INFINITY) {
            return top;
        }
        double total = 0;
        for (double v : logs) {
            total += Math.exp(v - top);
        }
        return top + Math.log(total);
    }
}
