package spine.evaluate.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import spine.api.anatomy.DiscLevel;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.MetricSection;
import spine.evaluate.internal.plot.CalibrationPlot;
import spine.evaluate.internal.plot.LevelHeatmap;
import spine.evaluate.internal.stats.CalibrationCurve;
import spine.evaluate.internal.study.StudyPair;
import spine.evaluate.internal.study.UnitFinding;

/** Levels: detection at each, and whether their names are right. */
final class LevelSection {

    private LevelSection() {
    }

    static String html(Evaluation evaluation) {
        List<StudyPair> pairs = evaluation.cohort().pairs();
        List<LevelHeatmap.Level> levels = new ArrayList<>();
        for (MetricSection section : evaluation.levels()) {
            String name = section.title().substring(section.title().indexOf(' ') + 1);
            DiscLevel level = DiscLevel.of(name);
            long positives = pairs.stream().filter(pair -> pair.truth().units().getOrDefault(level, UnitFinding.ABSENT).score() > 0).count();
            levels.add(new LevelHeatmap.Level(name, positives, section.metric("sensitivity").estimate(), section.metric("specificity").estimate()));
        }
        return Html.section("levels", "Levels", "<div class=\"wide\" tabindex=\"0\">" + Html.figure(LevelHeatmap.of(levels),
                "Sensitivity and specificity of a unit score above 0 in percent, level by level; a dash where no study has such a unit.") + "</div>"
                + "<div class=\"plots\">" + Html.figure(CalibrationPlot.of("names", "Confidence of level names against their correctness",
                        "confidence of the name", "share of right names", CalibrationCurve.of(names(pairs))),
                        "Confidence of level names against how often they are right, in bins of 0.1 with 95 % Wilson intervals; dashed: as often as said.")
                + "<div class=\"beside\">" + Html.table(evaluation.section("Level names")) + "</div></div>\n");
    }

    /** Units that a report names among those the truth shows. */
    private static List<CalibrationCurve.Case> names(List<StudyPair> pairs) {
        List<CalibrationCurve.Case> names = new ArrayList<>();
        for (StudyPair pair : pairs) {
            for (Map.Entry<DiscLevel, UnitFinding> unit : pair.prediction().units().entrySet()) {
                if (pair.truth().units().containsKey(unit.getKey()) && Double.isFinite(unit.getValue().confidence())) {
                    names.add(new CalibrationCurve.Case(unit.getValue().confidence(), pair.levels().named().contains(unit.getKey())));
                }
            }
        }
        return names;
    }
}
