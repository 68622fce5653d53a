package spine.agreement.decision;

import spine.agreement.Estimate;

/**
 * Two tests on the same cases.
 *
 * @param first area under the ROC curve of the first
 * @param second area under the ROC curve of the second
 * @param difference first minus second
 * @param p two-sided, of equal areas; without any variance 1 if they are equal, otherwise 0
 */
public record RocComparison(Estimate first, Estimate second, Estimate difference, double p) {
}
