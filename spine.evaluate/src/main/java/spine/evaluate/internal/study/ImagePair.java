package spine.evaluate.internal.study;

import spine.agreement.mask.MaskOverlap;
import spine.api.report.ImageFinding;

/**
 * One image in truth and prediction.
 *
 * @param truth its true state
 * @param prediction what the report says; an image the report does not have counts as clean
 * @param bodies overlap of vertebral bodies; the first of all overlaps is the truth, the second the prediction
 * @param discs overlap of discs
 * @param oedema overlap of lesions
 */
public record ImagePair(ImageFinding truth, ImageFinding prediction, MaskOverlap bodies, MaskOverlap discs, MaskOverlap oedema) {

    public MaskOverlap of(MaskKind tissue) {
        return switch (tissue) {
            case BODY -> bodies;
            case DISC -> discs;
            case OEDEMA -> oedema;
        };
    }
}
