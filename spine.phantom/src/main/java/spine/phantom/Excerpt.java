package spine.phantom;

import java.util.ArrayList;
import java.util.List;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.truth.TruthScore;
import spine.phantom.internal.standard.study.PhantomStudy;

/**
 * A few neighbouring slices of every STIR stack of a study, so that a training sees several times as many patients in the same
 * time as with whole stacks; some stacks are also cut to a shorter {@linkplain FieldOfView field of view}. If a stack shows inflammation,
 * mostly around the slice with the largest area of it.
 */
final class Excerpt {
    /** The slice in the middle with two neighbours on each side, the context that a network may use. */
    private static final int SLICES = 5;
    private static final double INFLAMED_SHARE = 0.8;

    private final PhantomStudy study;

    Excerpt(PhantomStudy study) {
        this.study = study;
    }

    /** Grids of the excerpts. */
    List<Grid> grids() {
        SeededRandom draw = new SeededRandom(study.seed()).child("excerpt");
        TruthScore truth = new TruthScore(study);
        List<Grid> excerpts = new ArrayList<>();
        for (Grid grid : study.grids()) {
            double[] areas = truth.areas(excerpts.size());
            int middle = draw.between(0, areas.length - 1);
            boolean inflamed = draw.chance(INFLAMED_SHARE);
            for (int i = 0; inflamed && i < areas.length; i++) {
                middle = areas[i] > areas[middle] ? i : middle;
            }
            excerpts.add(FieldOfView.of(study.spine(), grid.excerpt(middle, SLICES), draw.child("field of view", excerpts.size())));
        }
        return excerpts;
    }
}
