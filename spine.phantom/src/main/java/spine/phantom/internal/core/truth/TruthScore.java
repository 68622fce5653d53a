package spine.phantom.internal.core.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import spine.api.score.Score;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.core.study.SyntheticStudy;

/** The SPARCC score of a synthetic study, from its geometry alone. For one thread. */
public final class TruthScore {
    private final SyntheticStudy study;
    private final View view;
    private final List<Grid> grids;
    private final Signal signal;
    private final Map<Integer, List<List<LesionPixels>>> rasters = new HashMap<>();

    /** Scores all inflammation, visible or not. */
    public TruthScore(SyntheticStudy study) {
        this(study, (stack, slice, pixels) -> pixels);
    }

    private TruthScore(SyntheticStudy study, View view) {
        this.study = study;
        this.view = view;
        this.grids = study.grids();
        this.signal = study.signal();
    }

    /**
     * Scores the inflammation inside the oedema masks of the scans.
     *
     * @param scans the rendered STIR stacks of the study, head to foot
     */
    static TruthScore of(SyntheticStudy study, List<Scan> scans) {
        return new TruthScore(study, (stack, slice, pixels) -> pixels.within(scans.get(stack).oedema()[slice]));
    }

    public Score score() {
        return new UnitScores(study, this::raster, Thresholds.TRUTH, UnitScores.WindowChoice::best).score();
    }

    /** Lesion area on every image of a stack, mm2. */
    public double[] areas(int stack) {
        double pixel = grids.get(stack).planes().get(0).pixelArea();
        return raster(stack).stream().mapToDouble(bodies -> pixel * bodies.stream().mapToInt(body -> body.pixel().length).sum())
                .toArray();
    }

    private List<List<LesionPixels>> raster(int stack) {
        return rasters.computeIfAbsent(stack, index -> {
            Grid grid = grids.get(index);
            LesionRasteriser raster = new LesionRasteriser(study.spine(), study.lesions(), grid, signal);
            List<List<LesionPixels>> slices = new ArrayList<>();
            for (int slice = 0; slice < grid.planes().size(); slice++) {
                int at = slice;
                slices.add(raster.slice(slice).stream().map(body -> view.of(index, at, body)).toList());
            }
            return slices;
        });
    }

    /** Selects those of the inflamed pixels of a body on a slice that are scored. */
    private interface View {
        LesionPixels of(int stack, int slice, LesionPixels pixels);
    }
}
