package spine.phantom.internal.core.truth;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.LesionMap;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.study.SyntheticStudy;

/** The result that a perfect reader of the images would report of a synthetic study. */
public final class GroundTruth {
    private GroundTruth() {
    }

    /**
     * The truth of a study.
     *
     * @param rendered its STIR stacks, head to foot
     */
    public static ScoringResult of(SyntheticStudy study, List<Scan> rendered) {
        List<Scan> scans = rendered.stream().map(VisibleOedema::of).toList();
        TruthScore score = TruthScore.of(study, scans);
        List<SliceStack> stacks = scans.stream().map(Scan::stack).toList();
        List<ImageFinding> images = new ArrayList<>();
        for (int s = 0; s < stacks.size(); s++) {
            double[] areas = score.areas(s);
            for (int i = 0; i < areas.length; i++) {
                Slice slice = stacks.get(s).slices().get(i);
                boolean inflamed = areas[i] >= UnitTruth.MIN_AREA;
                images.add(new ImageFinding(slice.sopInstanceUid(), inflamed, inflamed ? 1 : 0));
            }
        }
        return new ScoringResult(new Study(study.uids().study(), stacks, List.of()), List.of(),
                TruthAnatomy.of(study.spine(), scans), scans.stream().map(scan -> new LesionMap(scan.oedema())).toList(),
                images, List.of(score.score()), List.of(), Timing.NONE);
    }
}
