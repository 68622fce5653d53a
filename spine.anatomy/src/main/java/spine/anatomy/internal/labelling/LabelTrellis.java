package spine.anatomy.internal.labelling;

import java.util.Arrays;
import spine.anatomy.internal.tracing.Morphometry;

/**
 * All ways to tell off the pieces of a column against the levels, for one build of the patient. A node (k, l) means that pieces
 * before k are dealt with and l is the next level.
 */
final class LabelTrellis {
    /** One piece, one level; codes 1 to {@link #MOST} - 1: one piece, that many levels more. */
    static final int NAMED = 0;
    /** Most levels in one piece. */
    static final int MOST = BodyHabitus.MOST;
    /** Two pieces, one level. */
    static final int JOINED = MOST;
    static final int NAMELESS = MOST + 1;
    /** A level without a piece. */
    static final int LACKING = MOST + 2;
    private static final int STEPS = MOST + 3;

    private static final int WIDTH = Morphometry.LEVELS + 1;

    private final int pieces;
    /** {@code [k * WIDTH + l][step]}. */
    private final double[][] score;

    LabelTrellis(LabelLikelihood model, BodyHabitus build) {
        pieces = model.pieces().size();
        score = new double[(pieces + 1) * WIDTH][];
        for (int k = 0; k <= pieces; k++) {
            for (int l = 0; l < WIDTH; l++) {
                score[k * WIDTH + l] = steps(model, build, k, l);
            }
        }
    }

    private double[] steps(LabelLikelihood model, BodyHabitus build, int k, int l) {
        double[] steps = new double[STEPS];
        Arrays.fill(steps, Double.NEGATIVE_INFINITY);
        if (k < pieces) {
            steps[NAMELESS] = model.nameless(k, l);
            if (l < Morphometry.LEVELS) {
                steps[NAMED] = model.named(k, l, build);
                for (int more = 1; more < MOST && l + more < Morphometry.LEVELS; more++) {
                    steps[more] = model.several(k, l, l + more, build);
                }
                steps[JOINED] = k + 1 < pieces ? model.joined(k, l, build) : Double.NEGATIVE_INFINITY;
                steps[LACKING] = k > 0 ? model.lacking(k, l) : Double.NEGATIVE_INFINITY;
            }
        }
        return steps;
    }

    /** How many pieces the step deals with. */
    static int piecesOf(int step) {
        return step == LACKING ? 0 : step == JOINED ? 2 : 1;
    }

    /** How many levels the step deals with. */
    static int levelsOf(int step) {
        return step < MOST ? step + 1 : step == NAMELESS ? 0 : 1;
    }

    private static int after(int node, int step) {
        return node + piecesOf(step) * WIDTH + levelsOf(step);
    }

    /** Log-likelihood of the best way and its first level and steps. */
    ViterbiPath best() {
        double[] best = new double[score.length];
        byte[] choice = new byte[score.length];
        for (int node = score.length - 1; node >= 0; node--) {
            best[node] = node >= pieces * WIDTH ? 0 : Double.NEGATIVE_INFINITY;
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
        for (int l = 1; l < Morphometry.LEVELS; l++) {
            first = best[l] > best[first] ? l : first;
        }
        int[] steps = new int[2 * score.length / WIDTH + WIDTH];
        int n = 0;
        for (int node = first; node < pieces * WIDTH; node = after(node, choice[node])) {
            steps[n++] = choice[node];
        }
        return new ViterbiPath(best[first], first, Arrays.copyOf(steps, n));
    }

    /**
     * Adds to {@code [piece][level]} the probability that the level is the piece's first or only one.
     *
     * @return logarithm of the sum over all ways
     */
    double posterior(double[][] names) {
        double[] backward = new double[score.length];
        double[] terms = new double[STEPS];
        for (int node = score.length - 1; node >= 0; node--) {
            if (node < pieces * WIDTH) {
                for (int step = 0; step < STEPS; step++) {
                    terms[step] = score[node][step] == Double.NEGATIVE_INFINITY ? score[node][step]
                            : score[node][step] + backward[after(node, step)];
                }
                backward[node] = LogSumExp.of(terms);
            }
        }
        double[] forward = new double[score.length];
        Arrays.fill(forward, Morphometry.LEVELS, forward.length, Double.NEGATIVE_INFINITY);
        double total = LogSumExp.of(Arrays.copyOf(backward, Morphometry.LEVELS));
        for (int node = 0; node < pieces * WIDTH; node++) {
            for (int step = 0; step < STEPS; step++) {
                if (score[node][step] > Double.NEGATIVE_INFINITY && forward[node] > Double.NEGATIVE_INFINITY) {
                    int next = after(node, step);
                    double here = forward[node] + score[node][step];
                    forward[next] = LogSumExp.of(forward[next], here);
                    if (levelsOf(step) > 0 && piecesOf(step) > 0) {
                        double share = Math.exp(here + backward[next] - total);
                        for (int k = 0; k < piecesOf(step); k++) {
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
    record ViterbiPath(double score, int first, int[] steps) {
    }
}
