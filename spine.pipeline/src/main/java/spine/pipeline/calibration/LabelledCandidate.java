package spine.pipeline.calibration;

import java.util.Map;

import spine.api.image.SliceStack;
import spine.pipeline.lesion.Candidate;
import spine.pipeline.lesion.FindingFeature;
import spine.pipeline.lesion.LesionReading;
import spine.pipeline.lesion.SliceRegion;

/**
 * A candidate lesion with the truth.
 *
 * @param patient number of its patient, who is never on both sides of a split
 * @param features all of them
 * @param inflammation whether it is
 */
record LabelledCandidate(int patient, Map<FindingFeature, Double> features, boolean inflammation) {
    /**
     * Share of it inside true oedema from which it is inflammation. Hardly any lies between 0.1 and 0.5, so that the value matters little
     * (590 candidates of 70 synthetic studies, seeds 700000 and 930000).
     */
    private static final double SHARE = 0.3;

    /** @param truth of its stack: 1 inside true, visible oedema, {@code [slice][row * columns + column]} */
    static LabelledCandidate of(int patient, Candidate candidate, SliceStack stack, byte[][] truth) {
        int all = 0;
        int inside = 0;
        int most = 0;
        for (SliceRegion region : candidate.regions()) {
            int here = 0;
            for (int pixel : region.pixels()) {
                here += truth[region.slice()][pixel] != 0 ? 1 : 0;
            }
            all += region.pixels().length;
            inside += here;
            most = Math.max(most, here);
        }
        return new LabelledCandidate(patient, candidate.features(),
                inside >= SHARE * all && most * stack.plane().pixelArea() >= LesionReading.MINIMUM_AREA_MM2);
    }
}
