package spine.evaluate.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import spine.common.html.HtmlTemplate;
import spine.evaluate.internal.metric.Evaluation;

/** An evaluation as one self-contained page, to be read on a screen, on paper and aloud. */
public final class EvaluationHtml {

    private EvaluationHtml() {
    }

    /** @param folder where the page will lie */
    public static String of(Evaluation evaluation, Path folder) throws IOException {
        return new HtmlTemplate(EvaluationHtml.class, "evaluation").render(EvaluationPage.of(evaluation, folder, css()));
    }

    /** The style sheet of all pages. */
    static String css() throws IOException {
        try (InputStream in = EvaluationHtml.class.getResourceAsStream("evaluation.css")) {
            return new String(Objects.requireNonNull(in, "evaluation.css").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
