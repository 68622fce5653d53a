package spine.anatomy.internal.labelling;

/**
 * The most likely path through a {@link LabelTrellis}.
 *
 * @param score its log-likelihood
 * @param first level the first step begins with, 0 (C2) to 23 (S1)
 * @param steps codes of the steps from head to foot
 */
record ViterbiPath(double score, int first, int[] steps) {
}
