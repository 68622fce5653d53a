package spine.report.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import spine.api.report.ScoringResult;
import spine.api.score.Score;

/** Every sentence the reader of a report should see, each once: of the study, the anatomy and the indices. */
public final class ReportWarnings {

    private ReportWarnings() {
    }

    public static List<String> of(ScoringResult result) {
        Set<String> sentences = new LinkedHashSet<>();
        Stream.of(result.study().warnings().stream(), result.warnings().stream(),
                        result.anatomy().warnings().stream(), result.scores().stream().map(Score::warnings).flatMap(List::stream))
                .flatMap(all -> all).forEach(sentences::add);
        return List.copyOf(sentences);
    }
}
