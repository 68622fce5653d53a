package spine.api.report;

import java.util.Objects;

/**
 * What one image shows.
 *
 * @param sopInstanceUid the image
 * @param inflamed whether it shows a finding that counts, over at least {@link #MINIMUM_AREA_MM2}
 * @param probability that the image shows inflammation, 0..1: the highest of its findings with that area, 0 without any. It reaches the
 *     threshold of the model's {@link spine.api.model.FindingRule} if and only if the image is inflamed
 */
public record ImageFinding(String sopInstanceUid, boolean inflamed, double probability) {
    /** Smallest area of a finding on one image that counts, mm2: the minimum quadrant area of the report contract. */
    public static final double MINIMUM_AREA_MM2 = 6;

    public ImageFinding {
        Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
    }
}
