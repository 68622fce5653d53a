package spine.phantom.internal.core.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.score.Score;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.core.study.SyntheticStudy;

/** The SPARCC score of the pixels that somebody takes for inflammation, by the true geometry of the patient. For one thread. */
public final class UnitScores {
    private static final int WORST = 6;

    private final SyntheticStudy study;
    private final List<Grid> grids;
    private final Signal signal;
    private final Inflammation inflammation;
    private final Thresholds thresholds;
    private final WindowChoice choice;

    /** What is taken for inflammation. */
    @FunctionalInterface
    public interface Inflammation {
        /** The pixels on every slice of a stack, one entry for each body that has any. */
        List<List<LesionPixels>> on(int stack);
    }

    /** Which neighbouring slices of a unit are scored. */
    @FunctionalInterface
    public interface WindowChoice {
        /** So many slices are scored. */
        int WIDTH = 3;

        /**
         * The first of the slices that count.
         *
         * @param scores of the unit on every slice
         * @return -1 if none
         */
        int first(DiscLevel unit, int[] scores);

        /** The first of those with the highest sum. */
        static int best(DiscLevel unit, int[] scores) {
            int best = -1;
            int most = 0;
            for (int first = 0; first + WIDTH <= scores.length; first++) {
                int sum = sum(scores, first);
                if (sum > most) {
                    most = sum;
                    best = first;
                }
            }
            return best;
        }

        /** The score of the slices that begin there. */
        static int sum(int[] scores, int first) {
            int sum = 0;
            for (int i = first; i < first + WIDTH; i++) {
                sum += scores[i];
            }
            return sum;
        }
    }

    public UnitScores(SyntheticStudy study, Inflammation inflammation, Thresholds thresholds, WindowChoice choice) {
        this.study = study;
        this.grids = study.grids();
        this.signal = study.signal();
        this.inflammation = inflammation;
        this.thresholds = thresholds;
        this.choice = choice;
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

    private UnitScore score(DiscovertebralUnit unit) {
        int index = study.spine().variant().units().indexOf(unit.level());
        List<List<LesionPixels>> slices = inflammation.on(unit.stack());
        if (slices.stream().flatMap(List::stream).noneMatch(body -> body.vertebra() == index || body.vertebra() == index + 1)) {
            return new UnitScore(unit, 0, List.of(), List.of());
        }
        Grid grid = grids.get(unit.stack());
        UnitTruth truth = new UnitTruth(index, signal.fluid(index), grid.planes().get(0).pixelArea(), grid.columns(), thresholds);
        int[] scores = new int[slices.size()];
        List<SliceFinding> findings = new ArrayList<>();
        for (int s = 0; s < scores.length; s++) {
            int slice = s;
            truth.on(study.uids().image(unit.stack(), s), slices.get(s)).ifPresent(finding -> {
                findings.add(finding);
                scores[slice] = finding.quadrants().size() + (finding.deep() ? 1 : 0) + (finding.intense() ? 1 : 0);
            });
        }
        int first = choice.first(unit.level(), scores);
        List<String> window = new ArrayList<>();
        for (int s = first; first >= 0 && s < first + WindowChoice.WIDTH; s++) {
            window.add(study.uids().image(unit.stack(), s));
        }
        return new UnitScore(unit, first < 0 ? 0 : WindowChoice.sum(scores, first), window, findings);
    }
}
