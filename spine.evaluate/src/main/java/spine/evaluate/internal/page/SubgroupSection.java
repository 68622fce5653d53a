package spine.evaluate.internal.page;

import java.util.ArrayList;
import java.util.List;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.Metric;
import spine.evaluate.internal.metric.MetricSection;
import spine.evaluate.internal.metric.Subgroup;
import spine.evaluate.internal.plot.ForestPlot;

/** Subgroups: a forest plot and all their metrics. */
final class SubgroupSection {
    private static final List<String> PLOTTED = List.of("image sensitivity", "image specificity", "oedema Dice");

    private SubgroupSection() {
    }

    static String html(Evaluation evaluation) {
        if (evaluation.subgroups().isEmpty()) {
            return "";
        }
        List<ForestPlot.Row> rows = new ArrayList<>();
        String by = "";
        for (int i = 0; i < evaluation.subgroups().size(); i++) {
            Subgroup group = evaluation.subgroups().get(i);
            if (!group.by().equals(by)) {
                by = group.by();
                rows.add(new ForestPlot.Row(by, 0, true, List.of()));
            }
            MetricSection metrics = evaluation.parts().get(i);
            rows.add(new ForestPlot.Row(group.name(), group.pairs().size(), false,
                    PLOTTED.stream().map(name -> metrics.metric(name).estimate()).toList()));
        }
        String plot = ForestPlot.of(PLOTTED, List.of(evaluation.section("Images").metric("sensitivity").estimate(),
                evaluation.section("Images").metric("specificity").estimate(),
                evaluation.section("Dice").metric("oedema, pooled over all pixels").estimate()), rows);
        return Html.section("subgroups", "Subgroups", "<div class=\"wide\" tabindex=\"0\">" + Html.figure(plot,
                "Subgroups with the number of studies; whiskers are 95 % bootstrap intervals, the dashed line is all studies. Groups overlap and are small: no tests are made.")
                + "</div>" + table(evaluation));
    }

    private static String table(Evaluation evaluation) {
        StringBuilder html = new StringBuilder("<div class=\"wide\" tabindex=\"0\"><table class=\"groups\"><caption>Figures by subgroup, 95&#8239;% CI below"
                + "</caption>\n<thead><tr><th scope=\"col\">Subgroup</th>");
        evaluation.parts().get(0).metrics().forEach(metric -> html.append("<th scope=\"col\" class=\"right\">" + Html.text(metric.name()) + "</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < evaluation.subgroups().size(); i++) {
            Subgroup group = evaluation.subgroups().get(i);
            html.append("<tr><th scope=\"row\"><small>%s</small> %s</th>".formatted(Html.text(group.by()), Html.text(group.name())));
            for (Metric metric : evaluation.parts().get(i).metrics()) {
                int decimals = Math.min(2, metric.decimals());
                html.append("<td class=\"right\">%s<small>%s</small></td>".formatted(Html.number(metric.estimate().value(), decimals),
                        Html.interval(metric.estimate(), decimals)));
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }
}
