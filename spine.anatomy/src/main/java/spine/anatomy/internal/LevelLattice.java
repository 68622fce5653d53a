package spine.anatomy.internal;

import java.util.Arrays;

/**
 * All ways to tell off the bodies of a column against the levels, for one build of the patient. A node (g, l) means that bodies
 * before g are dealt with and l is the next level; a step deals with one or two bodies.
 */
final class LevelLattice {
    /** One body, one level. */
    static final int NAMED = 0;
    static final int TWO_LEVELS = 1;
    static final int THREE_LEVELS = 2;
    /** Two bodies, one level. */
    static final int JOINED = 3;
    static final int NAMELESS = 4;
    /** A level without a body. */
    static final int LACKING = 5;
    static final int STEPS = 6;

    private static final int[] BODIES = {1, 1, 1, 2, 1, 0};
    private static final int[] NAMES = {1, 2, 3, 1, 0, 1};
    private static final int WIDTH = LevelTable.LEVELS + 1;

    private final int bodies;
    /** {@code [g * WIDTH + l][step]}. */
    private final double[][] score;

    LevelLattice(LevelModel model, Build build) {
        bodies = model.bodies();
        score = new double[(bodies + 1) * WIDTH][];
        for (int g = 0; g <= bodies; g++) {
            for (int l = 0; l < WIDTH; l++) {
                score[g * WIDTH + l] = steps(model, build, g, l);
            }
        }
    }

    private double[] steps(LevelModel model, Build build, int g, int l) {
        double[] steps = new double[STEPS];
        Arrays.fill(steps, Double.NEGATIVE_INFINITY);
        boolean level = l < LevelTable.LEVELS;
        if (g < bodies) {
            steps[NAMED] = level ? model.named(g, l, build) : Double.NEGATIVE_INFINITY;
            steps[TWO_LEVELS] = l + 1 < LevelTable.LEVELS ? model.several(g, l, l + 1, build) : Double.NEGATIVE_INFINITY;
            steps[THREE_LEVELS] = l + 2 < LevelTable.LEVELS ? model.several(g, l, l + 2, build) : Double.NEGATIVE_INFINITY;
            steps[JOINED] = level && g + 1 < bodies ? model.joined(g, l, build) : Double.NEGATIVE_INFINITY;
            steps[NAMELESS] = model.nameless(g, l);
            steps[LACKING] = level && g > 0 ? model.lacking(g, l) : Double.NEGATIVE_INFINITY;
        }
        return steps;
    }

    /** The body after the step. */
    static int bodyAfter(int g, int step) {
        return g + BODIES[step];
    }

    /** The next level after the step. */
    static int levelAfter(int l, int step) {
        return l + NAMES[step];
    }

    private static int after(int node, int step) {
        return node + BODIES[step] * WIDTH + NAMES[step];
    }

    /** Log-likelihood of the best way and its first level and steps. */
    Way best() {
        double[] best = new double[score.length];
        byte[] choice = new byte[score.length];
        for (int node = score.length - 1; node >= 0; node--) {
            best[node] = node >= bodies * WIDTH ? 0 : Double.NEGATIVE_INFINITY;
            for (int step = 0; step < STEPS; step++) {
                if (score[node][step] > Double.NEGATIVE_INFINITY) {
                    double total = score[node][step] + best[after(node, step)];
                    if (total > best[node]) {
                        best[node] = total;
                        choice[node] = (byte) step;
                    }
                }
            }
        }
        int first = 0;
        for (int l = 1; l < LevelTable.LEVELS; l++) {
            first = best[l] > best[first] ? l : first;
        }
        int[] steps = new int[2 * score.length / WIDTH + WIDTH];
        int n = 0;
        for (int node = first; node < bodies * WIDTH; node = after(node, choice[node])) {
            steps[n++] = choice[node];
        }
        return new Way(best[first], first, Arrays.copyOf(steps, n));
    }

    /**
     * Adds the probability of every name to {@code [g][level]} after weighing it, for bodies that are one level or part of it.
     *
     * @return logarithm of the sum over all ways
     */
    double posterior(double[][] names) {
        double[] backward = new double[score.length];
        double[] terms = new double[STEPS];
        for (int node = score.length - 1; node >= 0; node--) {
            if (node < bodies * WIDTH) {
                for (int step = 0; step < STEPS; step++) {
                    terms[step] = score[node][step] == Double.NEGATIVE_INFINITY ? score[node][step]
                            : score[node][step] + backward[after(node, step)];
                }
                backward[node] = LogSum.of(terms);
            }
        }
        double[] forward = new double[score.length];
        Arrays.fill(forward, LevelTable.LEVELS, forward.length, Double.NEGATIVE_INFINITY);
        double total = LogSum.of(Arrays.copyOf(backward, LevelTable.LEVELS));
        for (int node = 0; node < bodies * WIDTH; node++) {
            for (int step = 0; step < STEPS; step++) {
                if (score[node][step] > Double.NEGATIVE_INFINITY && forward[node] > Double.NEGATIVE_INFINITY) {
                    int next = after(node, step);
                    double here = forward[node] + score[node][step];
                    forward[next] = LogSum.of(forward[next], here);
                    if (step == NAMED || step == JOINED) {
                        double share = Math.exp(here + backward[next] - total);
                        for (int k = 0; k < BODIES[step]; k++) {
                            names[node / WIDTH + k][node % WIDTH] += share;
                        }
                    }
                }
            }
        }
        return total;
    }

    /**
     * One way through the lattice.
     *
     * @param score its log-likelihood
     * @param first level the first step begins with
     * @param steps codes of the steps
     */
    record Way(double score, int first, int[] steps) {
    }
}
