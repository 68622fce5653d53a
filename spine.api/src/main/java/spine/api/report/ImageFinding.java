package spine.api.report;

import java.util.Objects;

/**
 * What one image shows.
 *
 * @param sopInstanceUid the image
 * @param inflamed whether it shows a finding that counts, over at least the minimum quadrant area of 6 mm2
 * @param probability that the image shows inflammation, 0..1: the highest of its findings. It reaches the threshold of the model's
 *     {@link spine.api.model.FindingRule} if and only if the image is inflamed
 */
public record ImageFinding(String sopInstanceUid, boolean inflamed, double probability) {

    public ImageFinding {
        Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
    }
}
