package spine.report.internal.html;

import java.io.IOException;
import java.util.List;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.report.internal.html.drawing.Markup;
import spine.report.internal.html.drawing.OverviewFigure;

/** One picture per station and, beside them, the units above 0 from the highest down. */
final class OverviewSection {
    private static final int BAR_PX = 110;
    private static final int LISTED = 12;

    private final ScoringResult result;
    private final Score score;

    OverviewSection(ScoringResult result) {
        this.result = result;
        this.score = result.scores().get(0);
    }

    String html() throws IOException {
        StringBuilder html = new StringBuilder();
        boolean any = result.anatomy().stacks().stream().anyMatch(stack -> !stack.bodies().isEmpty());
        html.append(any ? """
                <p class="legend"><span class="body">vertebral body</span><span class="disc">disc</span>
                <span class="lesion">oedema, all slices</span><span class="unit">unit above 0 with its score</span></p>
                """ : "<p class=\"nothing\">No vertebra was found in these images, so there is nothing to score.</p>\n");
        html.append("<div class=\"stations\">");
        for (int i = 0; i < result.study().stacks().size(); i++) {
            html.append(station(i));
        }
        return html.append(ranking()).append("</div>\n").toString();
    }

    private String station(int stack) throws IOException {
        List<UnitScore> units = score.units().stream().filter(unit -> unit.unit().stack() == stack).toList();
        OverviewFigure figure = new OverviewFigure(result.study().stacks().get(stack), result.anatomy().stacks().get(stack),
                result.lesions().get(stack), units);
        return "<figure>%s<figcaption>Station %d, slice %d of %d</figcaption></figure>".formatted(figure.svg(), stack + 1,
                figure.keySlice() + 1, result.study().stacks().get(stack).slices().size());
    }

    private String ranking() {
        List<UnitScore> ranked = score.units().stream().filter(unit -> unit.score() > 0)
                .sorted((one, other) -> Double.compare(other.score(), one.score())).toList();
        if (ranked.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<div class=\"ranking\"><h3>Units above 0</h3><table><tbody>");
        for (UnitScore unit : ranked.subList(0, Math.min(LISTED, ranked.size()))) {
            html.append("<tr><th scope=\"row\">%s</th><td class=\"score\"><b>%s</b><i style=\"width:%spx\"></i></td></tr>".formatted(
                    Markup.text(unit.unit().level().label()), Markup.number(unit.score(), 2),
                    Markup.number(BAR_PX * unit.score() / ranked.get(0).score(), 0)));
        }
        html.append("</tbody></table>");
        if (ranked.size() > LISTED) {
            html.append("<p class=\"note\">and ").append(ranked.size() - LISTED).append(" more, see the table of all units</p>");
        }
        return html.append("</div>").toString();
    }
}
