package spine.phantom.internal.core.reader;

import spine.phantom.internal.core.truth.Thresholds;

/**
 * The habits of one reader. Each of a reader's decisions on a lesion has a part that comes back at every sitting and one that does not.
 *
 * @param name of the reader
 * @param faint conspicuity of a lesion ({@link Patch#conspicuity()}) that the reader sees in one case of two
 * @param doubt how much decisions at the same conspicuity vary: standard deviation of its logarithm
 * @param credulity share of what only resembles oedema that the reader takes for it when it is conspicuous, as a normal deviate
 * @param outline where between marrow and lesion the reader draws the outline: 0 at the marrow, 1 at the lesion
 * @param thresholds from where on the reader lets a lesion score
 * @param otherSlices probability that the three slices of a unit begin one slice beside the best
 * @param slip probability that the reader miscounts the vertebrae of a study by one
 * @param drift by how much {@code faint} grows from a sitting to the next, as a share
 */
public record ReaderTraits(String name, double faint, double doubt, double credulity, double outline, Thresholds thresholds,
        double otherSlices, double slip, double drift) {
}
