package spine.evaluate.internal.study;

import spine.api.report.ImageFinding;

/**
 * One image in truth and prediction.
 *
 * @param truth what it shows
 * @param prediction what was said of it; an image the report does not have counts as clean
 * @param bodies overlap of vertebral bodies
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
