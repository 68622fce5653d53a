package spine.evaluate.internal.page;

import java.util.List;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.plot.DiceHistogram;
import spine.evaluate.internal.study.MaskKind;

/** Overlap of masks. */
record MaskSection(List<PlotFigure> plots, MetricTable table) {

    static MaskSection of(Evaluation evaluation) {
        return new MaskSection(List.of(plot(evaluation, MaskKind.BODY, "vertebral body"), plot(evaluation, MaskKind.DISC, "disc"),
                plot(evaluation, MaskKind.OEDEMA, "oedema")), MetricTable.of(evaluation, "Dice"));
    }

    private static PlotFigure plot(Evaluation evaluation, MaskKind kind, String name) {
        List<Double> dices = evaluation.cohort().pairs().stream().flatMap(pair -> pair.images().stream()).map(image -> image.of(kind))
                .filter(overlap -> overlap.first() > 0).map(overlap -> overlap.dice()).toList();
        return new PlotFigure(DiceHistogram.of(name, dices), dices.size() + " images whose truth shows " + name + ".");
    }
}
