package spine.api.report;

import java.util.Objects;

/**
 * What one image shows.
 *
 * @param sopInstanceUid the image
 * @param inflamed whether it shows oedema inside vertebral bodies of at least the minimum quadrant area
 * @param probability 0..1, what a ROC curve is drawn from
 */
public record ImageFinding(String sopInstanceUid, boolean inflamed, double probability) {

    public ImageFinding {
        Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
    }
}
