package spine.evaluate.internal.page;

import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.Metric;

/** The metrics that are asked for first. */
final class Headline {

    private Headline() {
    }

    static String html(Evaluation evaluation) {
        StringBuilder html = new StringBuilder("<div class=\"tiles\">");
        if (!evaluation.total().isEmpty()) {
            html.append(tile("ICC(2,1) of " + evaluation.total(), evaluation.section("Score " + evaluation.total()).metric("ICC(2,1) agreement")));
        }
        html.append(tile("Image sensitivity", evaluation.section("Images").metric("sensitivity")));
        html.append(tile("Image specificity", evaluation.section("Images").metric("specificity")));
        html.append(tile("Image AUC", evaluation.section("Images").metric("AUC")));
        html.append(tile("Dice body, inflamed images", evaluation.section("Dice").metric("vertebral body, images with inflammation")));
        html.append(tile("Dice disc, inflamed images", evaluation.section("Dice").metric("disc, images with inflammation")));
        html.append(tile("Dice oedema, overlapping", evaluation.section("Dice").metric("oedema, images where both overlap")));
        html.append(tile("All levels named rightly", evaluation.section("Level names").metric("studies with all levels named rightly")));
        return html.append("</div>\n").toString();
    }

    private static String tile(String name, Metric metric) {
        return "<div class=\"tile\"><p>%s</p><p><strong>%s</strong></p><p class=\"soft\">%s</p></div>".formatted(Html.text(name),
                Html.number(metric.estimate().value(), 2), Html.interval(metric.estimate(), 2));
    }
}
