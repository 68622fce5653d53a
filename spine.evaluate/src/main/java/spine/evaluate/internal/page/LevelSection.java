package spine.evaluate.internal.page;

import java.util.List;
import spine.agreement.decision.CalibrationCurve;
import spine.api.anatomy.DiscLevel;
import spine.evaluate.internal.measure.MetricSection;
import spine.agreement.Estimate;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.NameConfidence;
import spine.evaluate.internal.plot.CalibrationPlot;
import spine.evaluate.internal.plot.LevelHeatmap;
import spine.evaluate.internal.study.StudyPair;
import spine.evaluate.internal.study.UnitFinding;

/** Detection at each level, and whether the level names are right. */
record LevelSection(PlotFigure heatmap, PlotFigure calibration, MetricTable table) {

    static LevelSection of(Evaluation evaluation) {
        List<StudyPair> pairs = evaluation.cohort().pairs();
        return new LevelSection(
                new PlotFigure(LevelHeatmap.of(evaluation.levels().stream().map(section -> level(section, pairs)).toList()),
                        "Sensitivity and specificity of a unit score above 0 in percent, level by level;"
                                + " a dash where no study has such a unit."),
                new PlotFigure(CalibrationPlot.of("names", "Confidence of level names against their correctness",
                        "confidence of the name", "share of correct names", CalibrationCurve.of(pairs.stream()
                                .flatMap(pair -> NameConfidence.of(pair).stream()).toList(), Estimate.CONFIDENCE)),
                        "Confidence of level names against the share of correct names, in bins of 0.1 with 95 % Wilson intervals;"
                                + " dashed: perfect calibration."),
                MetricTable.of(evaluation, "Level names"));
    }

    private static LevelHeatmap.Level level(MetricSection section, List<StudyPair> pairs) {
        String name = section.title().substring(section.title().indexOf(' ') + 1);
        DiscLevel level = DiscLevel.of(name);
        long positives = pairs.stream().filter(pair -> pair.truth().units().getOrDefault(level, UnitFinding.ABSENT).score() > 0).count();
        return new LevelHeatmap.Level(name, positives, section.metric("sensitivity").estimate(), section.metric("specificity").estimate());
    }
}
