package spine.evaluate.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.ScoreTotals;
import spine.evaluate.internal.study.UnevaluatedStudy;

/** An evaluation as one self-contained page, to be read on a screen, on paper and aloud. */
public final class EvaluationPage {
    private final Evaluation evaluation;
    private final Path folder;

    /** @param folder where the page will lie */
    public EvaluationPage(Evaluation evaluation, Path folder) {
        this.evaluation = evaluation;
        this.folder = folder;
    }

    public String html() throws IOException {
        int studies = evaluation.cohort().pairs().size();
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Evaluation of spinal inflammation scores</title><style>
                %s</style></head><body><main>
                <header><p class="brand">spine</p><h1>Scores of spinal inflammation against truth</h1>
                <p class="soft">%d of %d studies evaluated, %d images</p>
                <p class="research"><b>Research use only, trained on synthetic data.</b> Not for diagnosis or treatment.</p></header>
                """.formatted(css(), studies, evaluation.cohort().truths(),
                evaluation.cohort().pairs().stream().mapToInt(pair -> pair.images().size()).sum()));
        html.append(unevaluated(evaluation.cohort().unevaluated()));
        html.append(Headline.html(evaluation));
        ScoreTotals.names(evaluation.cohort().pairs()).forEach(total -> html.append(ScoreSection.html(evaluation, total)));
        html.append(DetectionSection.html(evaluation));
        html.append(MaskSection.html(evaluation));
        html.append(LevelSection.html(evaluation));
        html.append(SubgroupSection.html(evaluation));
        html.append(Html.section("counts", "What was evaluated", Html.table(evaluation.section("Studies"))));
        html.append(new StudySection(folder).html(evaluation));
        html.append(MethodSection.html(evaluation));
        return html.append("<footer>Research use only, trained on synthetic data.</footer></main></body></html>\n").toString();
    }

    private static String unevaluated(List<UnevaluatedStudy> studies) {
        if (studies.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<aside class=\"warnings\"><h2>In no figure: " + studies.size() + "</h2><ul>");
        studies.forEach(study -> html.append("<li><span class=\"mono\">" + Html.text(study.study()) + "</span> " + Html.text(study.reason()) + "</li>"));
        return html.append("</ul></aside>\n").toString();
    }

    private static String css() throws IOException {
        try (InputStream in = EvaluationPage.class.getResourceAsStream("evaluation.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
