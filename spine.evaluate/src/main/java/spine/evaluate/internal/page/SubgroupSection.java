package spine.evaluate.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.Subgroup;
import spine.evaluate.internal.plot.ForestPlot;

/**
 * Subgroups: a forest plot and all their metrics.
 *
 * @param metrics names of the columns
 */
record SubgroupSection(PlotFigure forest, List<String> metrics, List<Row> rows) {
    private static final List<String> PLOTTED = List.of("image sensitivity", "image specificity", "oedema Dice");

    /**
     * One subgroup.
     *
     * @param by what the studies are split by
     * @param name what those of the group have in common
     */
    record Row(String by, String name, List<Cell> cells) {
    }

    record Cell(String value, String interval) {

        static Cell of(Metric metric) {
            int decimals = Math.min(2, metric.decimals());
            return new Cell(MetricNumbers.fixed(metric.estimate().value(), decimals), MetricNumbers.interval(metric.estimate(), decimals));
        }
    }

    /** Empty if there are no subgroups. */
    static Optional<SubgroupSection> of(Evaluation evaluation) {
        if (evaluation.subgroups().isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < evaluation.subgroups().size(); i++) {
            Subgroup group = evaluation.subgroups().get(i);
            rows.add(new Row(group.by(), group.name(), evaluation.parts().get(i).metrics().stream().map(Cell::of).toList()));
        }
        PlotFigure forest = new PlotFigure(forest(evaluation), "Subgroups with the number of studies; whiskers are 95 % bootstrap"
                + " intervals, the dashed line is all studies. Groups overlap and are small: no significance tests.");
        return Optional.of(new SubgroupSection(forest, evaluation.parts().get(0).metrics().stream().map(Metric::name).toList(), rows));
    }

    private static String forest(Evaluation evaluation) {
        List<ForestPlot.Row> rows = new ArrayList<>();
        String by = "";
        for (int i = 0; i < evaluation.subgroups().size(); i++) {
            Subgroup group = evaluation.subgroups().get(i);
            if (!group.by().equals(by)) {
                by = group.by();
                rows.add(new ForestPlot.Row(by, 0, true, List.of()));
            }
            int part = i;
            rows.add(new ForestPlot.Row(group.name(), group.pairs().size(), false,
                    PLOTTED.stream().map(name -> evaluation.parts().get(part).metric(name).estimate()).toList()));
        }
        return ForestPlot.of("forest", "Metrics by subgroup", "The values are in the table below and in evaluation.csv.", PLOTTED,
                List.of(evaluation.section("Images").metric("sensitivity").estimate(),
                        evaluation.section("Images").metric("specificity").estimate(),
                        evaluation.section("Dice").metric("oedema, pooled over all pixels").estimate()), rows);
    }
}
