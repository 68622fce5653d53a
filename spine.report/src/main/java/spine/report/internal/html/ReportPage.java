package spine.report.internal.html;

import java.io.IOException;
import java.util.List;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.report.internal.html.drawing.ImageProbabilityBars;
import spine.report.internal.html.drawing.Markup;
import spine.report.internal.html.drawing.UnitFigure;

/** One study as one self-contained page. */
final class ReportPage {
    private final ScoringResult result;
    private final List<String> warnings;
    private final String css;

    ReportPage(ScoringResult result, List<String> warnings, String css) {
        this.result = result;
        this.warnings = warnings;
        this.css = css;
    }

    String html() throws IOException {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Spinal inflammation report</title><style>
                %s</style></head><body><main>
                <header><p class="brand">spine</p><h1>Spinal inflammation on whole-spine STIR</h1>
                <p class="mono">Study %s</p>
                <p class="research"><b>Research use only.</b> Trained on synthetic data. Not for diagnosis or treatment.</p></header>
                """.formatted(css, Markup.text(result.study().studyInstanceUid())));
        ImageProbabilityBars bars = new ImageProbabilityBars(result);
        for (Score score : result.scores()) {
            html.append(headline(score, bars.inflamed()));
        }
        html.append(warnings());
        html.append(section("Overview", new OverviewSection(result).html()));
        for (Score score : result.scores()) {
            String name = result.scores().size() > 1 ? " · " + Markup.text(name(score)) : "";
            html.append(section("Most affected units" + name, worst(score)));
            html.append(section("All units" + name, new UnitScoreTable(result.study(), score).html() + GLYPHS));
        }
        html.append(section("Images", "<p>" + bars.inflamed() + " of " + result.images().size()
                + " images count as inflamed. The bars show the probability of inflammation of each image, 0 to 1.</p>" + bars.html()));
        html.append(section("Acquisition", ProvenanceSection.acquisition(result.study().stacks())));
        html.append(section("Models", ProvenanceSection.models(result.models()) + ProvenanceSection.timing(result.timing())));
        return html.append("<footer>Research use only, trained on synthetic data.</footer></main></body></html>\n").toString();
    }

    private static final String GLYPHS = "<p class=\"note\">Signs: upper squares are the vertebra above the disc, lower squares the"
            + " one below; front on the left. D: deep. I: intense. The number is that of the slice.</p>";

    private static String section(String title, String content) {
        return "<section><h2>" + title + "</h2>\n" + content + "</section>\n";
    }

    private static String name(Score score) {
        return score.indexId().equals("sparcc") ? "SPARCC" : score.indexId();
    }

    private String headline(Score score, long inflamed) {
        StringBuilder html = new StringBuilder("<div class=\"headline\">");
        score.totals().forEach((name, value) -> {
            TotalLabel label = TotalLabel.of(score, name);
            html.append("<div class=\"total\"><p>%s</p><p><strong>%s</strong> <span>%s</span></p></div>".formatted(
                    Markup.text(name(score) + " · " + label.words()), Markup.number(value, 2), Markup.text(label.range())));
        });
        long present = score.units().stream().filter(unit -> unit.unit().present()).count();
        html.append("<dl class=\"facts\">%s%s%s%s</dl></div>\n".formatted(
                fact("Units in view", present + " of " + score.units().size()),
                fact("Units above 0", Long.toString(score.units().stream().filter(unit -> unit.score() > 0).count())),
                fact("Images inflamed", inflamed + " of " + result.images().size()),
                fact("Index", score.indexId() + " " + score.indexVersion())));
        return html.toString();
    }

    private static String fact(String name, String value) {
        return "<div><dt>" + Markup.text(name) + "</dt><dd>" + Markup.text(value) + "</dd></div>";
    }

    private String warnings() {
        if (warnings.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<aside class=\"warnings\"><h2>Please note</h2><ul>");
        warnings.forEach(sentence -> html.append("<li>").append(Markup.text(sentence)).append("</li>"));
        return html.append("</ul></aside>\n").toString();
    }

    private String worst(Score score) throws IOException {
        List<UnitScore> worst = score.worst().stream().map(level -> score.units().stream()
                .filter(unit -> unit.unit().level().label().equals(level)).findFirst().orElseThrow()).toList();
        if (worst.isEmpty()) {
            return "<p>No unit scores above 0.</p>\n";
        }
        StringBuilder html = new StringBuilder("<p class=\"legend\"><span class=\"body\">vertebral body</span>"
                + "<span class=\"lesion\">oedema</span><span class=\"cut\">quadrants of the unit</span></p>");
        for (UnitScore unit : worst) {
            int stack = unit.unit().stack();
            html.append("<article class=\"worst\"><h3>%s<span>%s %s</span></h3>%s</article>\n".formatted(
                    Markup.text(unit.unit().level().label()), Markup.number(unit.score(), 2), unit.score() == 1 ? "point" : "points",
                    new UnitFigure(result.study().stacks().get(stack), result.anatomy().stacks().get(stack),
                            result.lesions().get(stack), unit).html()));
        }
        return html.toString();
    }
}
