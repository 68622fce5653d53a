package spine.sparcc.internal;

import java.util.ArrayList;
import java.util.List;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.SliceStack;
import spine.api.score.HalfBody;
import spine.api.score.LesionMap;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;

/** Scores the units that one stack shows. */
final class StackScorer {
    private final SparccRules rules;
    private final StackAnatomy anatomy;
    private final StackLesions lesions;
    private final CsfReference fluid;

    StackScorer(SparccRules rules, SliceStack stack, StackAnatomy anatomy, LesionMap lesions) {
        this.rules = rules;
        this.anatomy = anatomy;
        this.lesions = new StackLesions(stack, anatomy, lesions);
        this.fluid = new CsfReference(stack, anatomy, rules.fluidPercentile());
    }

    /** One record per unit, in the order given. */
    List<UnitScore> score(List<DiscovertebralUnit> units) {
        List<UnitOnStack> seen = units.stream().map(this::look).toList();
        if (rules.windowPolicy() == WindowPolicy.PER_UNIT) {
            return seen.stream().map(unit -> record(unit, SliceWindow.best(unit.scores, unit.centre))).toList();
        }
        SliceWindow common = common(seen);
        return seen.stream().map(unit -> record(unit, common.over(unit.scores))).toList();
    }

    private SliceWindow common(List<UnitOnStack> seen) {
        int[] sums = new int[lesions.slices()];
        for (UnitOnStack unit : seen) {
            for (int slice = 0; slice < sums.length; slice++) {
                sums[slice] += unit.scores[slice];
            }
        }
        return SliceWindow.best(sums, seen.stream().mapToDouble(unit -> unit.centre).average().orElse(0));
    }

    private UnitOnStack look(DiscovertebralUnit unit) {
        List<SliceFinding> findings = new ArrayList<>();
        int[] scores = new int[lesions.slices()];
        List<HalfBody> halves = HalfBody.of(unit.level(), anatomy);
        if (halves.isEmpty()) {
            return new UnitOnStack(unit, findings, scores, 0);
        }
        UnitMeasurement measurement = new UnitMeasurement(rules, halves, lesions, fluid);
        for (int slice = 0; slice < scores.length; slice++) {
            SliceFinding finding = measurement.on(slice).orElse(null);
            if (finding != null) {
                findings.add(finding);
                scores[slice] = new SliceScore(finding.quadrants(), finding.deep(), finding.intense()).score();
            }
        }
        return new UnitOnStack(unit, findings, scores, measurement.centre());
    }

    private UnitScore record(UnitOnStack unit, SliceWindow window) {
        List<String> images = new ArrayList<>();
        for (int slice = window.first(); window.score() > 0 && slice < window.first() + window.length(); slice++) {
            images.add(lesions.slice(slice).sopInstanceUid());
        }
        return new UnitScore(unit.unit, window.score(), images, unit.findings);
    }

    private record UnitOnStack(DiscovertebralUnit unit, List<SliceFinding> findings, int[] scores, double centre) {
    }
}
