package spine.evaluate.internal.page;

import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.stats.Bootstrap;

/** What was evaluated, and how every metric is defined. */
final class MethodSection {

    private MethodSection() {
    }

    static String html(Evaluation evaluation) {
        StringBuilder html = new StringBuilder("<p>Reports were made by:</p><ul class=\"mono\">");
        evaluation.provenance().forEach((maker, reports) -> html.append("<li>" + Html.text(maker) + " (" + reports + " of "
                + evaluation.cohort().pairs().size() + " reports)</li>"));
        html.append("</ul>\n<dl class=\"methods\">");
        html.append(entry("Image", "inflamed in truth if true oedema inside vertebral bodies reaches the minimum area of a quadrant; the report's own"
                + " verdict is compared, and its probability draws the ROC. An image a report does not have counts as called clean."));
        html.append(entry("Calibration", "logistic regression of truth on the log odds of the probability that a report gives an image (Cox 1958)."
                + " Intercept and slope may stand in the card of the model as its image calibration; probabilities are then what they say."));
        html.append(entry("Unit", "inflamed if its score is above 0. All units that the truth shows; one that was not found counts as 0."));
        html.append(entry("Patient", "inflamed from a score of 2."));
        html.append(entry("Depth and intensity", "a unit has the point if a slice of its three-slice window has it."));
        html.append(entry("Dice", "mean over images on which the truth shows the structure; over those among them on which both masks overlap;"
                + " pooled over the pixels of all images. Images empty on both sides are left out of means."));
        html.append(entry("Level name", "right if the disc of that name lies on the true disc: nearest to it, and nearer than half the way to the next."
                + " All of a study are right if every unit the truth shows is found and no disc has a wrong name."));
        html.append(entry("ICC", "the six forms of Shrout and Fleiss 1979, truth and prediction being two raters; intervals by the F distribution."));
        html.append(entry("Intervals", "95 %. Images and units of one patient are correlated: whole patients are drawn with replacement, "
                + Bootstrap.DRAWS + " times, seed " + Bootstrap.SEED + ", percentile method. Proportions of patients: Wilson. Pearson: Fisher z."
                + " Bland-Altman: t distribution."));
        html.append("</dl>\n<p>The figures for programs: <a href=\"evaluation.csv\">evaluation.csv</a>, <a href=\"evaluation.json\">evaluation.json</a>;"
                + " what they rest on: <a href=\"studies.csv\">studies.csv</a>, <a href=\"units.csv\">units.csv</a>,"
                + " <a href=\"images.csv\">images.csv</a>.</p>\n");
        return Html.section("methods", "Methods", html.toString());
    }

    private static String entry(String name, String words) {
        return "<div><dt>" + Html.text(name) + "</dt><dd>" + Html.text(words) + "</dd></div>";
    }
}
