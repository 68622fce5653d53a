package spine.api.report;

import java.util.Objects;

/**
 * What one image shows.
 *
 * @param sopInstanceUid the image
 * @param inflamed whether it shows oedema inside vertebral bodies of at least the minimum quadrant area
 * @param probability that the image shows inflammation, 0..1; as true as the {@link spine.api.model.ImageCalibration} of the model
 */
public record ImageFinding(String sopInstanceUid, boolean inflamed, double probability) {

    public ImageFinding {
        Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
    }
}
