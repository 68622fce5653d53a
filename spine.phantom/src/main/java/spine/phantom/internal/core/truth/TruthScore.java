package spine.phantom.internal.core.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.score.Score;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.core.study.SyntheticStudy;

/** The SPARCC score of a synthetic study, from its geometry alone. For one thread. */
public final class TruthScore {
    private static final int WINDOW = 3;
    private static final int WORST = 6;

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
        List<UnitScore> units = new ArrayList<>();
        for (DiscovertebralUnit unit : UnitCoverage.units(study.spine(), grids)) {
            units.add(unit.present() ? score(unit) : new UnitScore(unit, 0, List.of(), List.of()));
        }
        List<UnitScore> ranked = units.stream().sorted(Comparator.comparingDouble(unit -> -unit.score())).toList();
        Map<String, Double> totals = new LinkedHashMap<>();
        totals.put("total23", units.stream().mapToDouble(UnitScore::score).sum());
        totals.put("total" + WORST, ranked.stream().limit(WORST).mapToDouble(UnitScore::score).sum());
        List<String> worst = ranked.stream().limit(WORST).filter(unit -> unit.score() > 0).map(unit -> unit.unit().level().label())
                .toList();
        return new Score("sparcc", "1.0.0", totals, worst, units, List.of());
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

    private UnitScore score(DiscovertebralUnit unit) {
        List<Integer> inflamed = study.lesions().inflamed();
        int index = study.spine().variant().units().indexOf(unit.level());
        if (!inflamed.contains(index) && !inflamed.contains(index + 1)) {
            return new UnitScore(unit, 0, List.of(), List.of());
        }
        Grid grid = grids.get(unit.stack());
        List<List<LesionPixels>> slices = raster(unit.stack());
        UnitTruth truth = new UnitTruth(index, signal.fluid(index), grid.planes().get(0).pixelArea(), grid.columns());
        int[] scores = new int[slices.size()];
        List<SliceFinding> findings = new ArrayList<>();
        for (int s = 0; s < scores.length; s++) {
            int slice = s;
            truth.on(study.uids().image(unit.stack(), s), slices.get(s)).ifPresent(finding -> {
                findings.add(finding);
                scores[slice] = finding.quadrants().size() + (finding.deep() ? 1 : 0) + (finding.intense() ? 1 : 0);
            });
        }
        int best = -1;
        int most = 0;
        for (int first = 0; first + WINDOW <= scores.length; first++) {
            int sum = scores[first] + scores[first + 1] + scores[first + 2];
            if (sum > most) {
                most = sum;
                best = first;
            }
        }
        List<String> window = new ArrayList<>();
        for (int s = best; best >= 0 && s < best + WINDOW; s++) {
            window.add(study.uids().image(unit.stack(), s));
        }
        return new UnitScore(unit, most, window, findings);
    }

    /** Selects those of the inflamed pixels of a body on a slice that are scored. */
    private interface View {
        LesionPixels of(int stack, int slice, LesionPixels pixels);
    }
}
