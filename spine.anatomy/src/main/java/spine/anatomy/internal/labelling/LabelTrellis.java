package spine.anatomy.internal.labelling;

import java.util.Arrays;

/**
 * All ways to match the observations of a column to the levels, for one body habitus: a hidden Markov chain. A node (k, l) means
 * that the observations before k are explained and l is the next level.
 */
final class LabelTrellis {
    /** One observation, one level. The codes up to {@link #MERGE} - 1: one observation that spans so many levels more. */
    static final int MATCH = 0;
    /** Two observations, one level: the boundary between them is spurious. */
    static final int MERGE = BodyHabitus.LONGEST_SPAN;
    /** An observation without a level. */
    static final int INSERTION = BodyHabitus.LONGEST_SPAN + 1;
    /** A level without an observation. */
    static final int DELETION = BodyHabitus.LONGEST_SPAN + 2;
    private static final int STEPS = BodyHabitus.LONGEST_SPAN + 3;

    private final int levels;
    private final int width;
    private final int observations;
    /** {@code [(k * width + l) * STEPS + step]}; negative infinity where a step is not possible. */
    private final double[] score;
    private final int nodes;

    LabelTrellis(LabelLikelihood likelihood, BodyHabitus habitus) {
        levels = habitus.levels().count();
        width = levels + 1;
        observations = likelihood.observations().size();
        nodes = (observations + 1) * width;
        score = new double[nodes * STEPS];
        Arrays.fill(score, Double.NEGATIVE_INFINITY);
        for (int k = 0; k < observations; k++) {
            for (int l = 0; l < width; l++) {
                score(likelihood, habitus, k, l);
            }
        }
    }

    private void score(LabelLikelihood likelihood, BodyHabitus habitus, int k, int l) {
        int first = (k * width + l) * STEPS;
        score[first + INSERTION] = likelihood.insertion(k, l, habitus.levels());
        if (l < levels) {
            score[first + MATCH] = likelihood.match(k, l, habitus);
            for (int more = 1; more < MERGE && l + more < levels; more++) {
                score[first + more] = likelihood.span(k, l, l + more, habitus);
            }
            score[first + MERGE] = k + 1 < observations ? likelihood.merge(k, l, habitus) : Double.NEGATIVE_INFINITY;
            score[first + DELETION] = k > 0 ? likelihood.deletion(k) : Double.NEGATIVE_INFINITY;
        }
    }

    /** How many observations the step explains. */
    static int observationsOf(int step) {
        return step == DELETION ? 0 : step == MERGE ? 2 : 1;
    }

    /** How many levels the step uses. */
    static int levelsOf(int step) {
        return step < MERGE ? step + 1 : step == INSERTION ? 0 : 1;
    }

    private int after(int node, int step) {
        return node + observationsOf(step) * width + levelsOf(step);
    }

    /** The most likely path, by the Viterbi algorithm. */
    ViterbiPath best() {
        double[] best = new double[nodes];
        byte[] choice = new byte[nodes];
        for (int node = nodes - 1; node >= 0; node--) {
            best[node] = node >= observations * width ? 0 : Double.NEGATIVE_INFINITY;
            for (int step = 0; step < STEPS; step++) {
                if (score[node * STEPS + step] > Double.NEGATIVE_INFINITY) {
                    double total = score[node * STEPS + step] + best[after(node, step)];
                    if (total > best[node]) {
                        best[node] = total;
                        choice[node] = (byte) step;
                    }
                }
            }
        }
        int first = 0;
        for (int l = 1; l < levels; l++) {
            first = best[l] > best[first] ? l : first;
        }
        int[] steps = new int[2 * nodes / width + width];
        int n = 0;
        for (int node = first; node < observations * width; node = after(node, choice[node])) {
            steps[n++] = choice[node];
        }
        return new ViterbiPath(best[first], first, Arrays.copyOf(steps, n));
    }

    /**
     * Adds to {@code [observation][level]} the probability that the level is the first or only one of the observation, by the
     * forward-backward algorithm.
     *
     * @return logarithm of the summed likelihood of all paths
     */
    double posterior(double[][] labels) {
        double[] backward = new double[nodes];
        double[] terms = new double[STEPS];
        for (int node = nodes - 1; node >= 0; node--) {
            if (node < observations * width) {
                for (int step = 0; step < STEPS; step++) {
                    terms[step] = score[node * STEPS + step] == Double.NEGATIVE_INFINITY ? score[node * STEPS + step]
                            : score[node * STEPS + step] + backward[after(node, step)];
                }
                backward[node] = LogSumExp.of(terms);
            }
        }
        double[] forward = new double[nodes];
        Arrays.fill(forward, levels, forward.length, Double.NEGATIVE_INFINITY);
        double total = LogSumExp.of(Arrays.copyOf(backward, levels));
        for (int node = 0; node < observations * width; node++) {
            for (int step = 0; step < STEPS; step++) {
                if (score[node * STEPS + step] > Double.NEGATIVE_INFINITY && forward[node] > Double.NEGATIVE_INFINITY) {
                    int next = after(node, step);
                    double here = forward[node] + score[node * STEPS + step];
                    forward[next] = LogSumExp.of(forward[next], here);
                    if (levelsOf(step) > 0 && observationsOf(step) > 0) {
                        double share = Math.exp(here + backward[next] - total);
                        for (int k = 0; k < observationsOf(step); k++) {
                            labels[node / width + k][node % width] += share;
                        }
                    }
                }
            }
        }
        return total;
    }
}
