package spine.report.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import spine.api.report.ScoringResult;
import spine.api.score.Score;

/** Every sentence the reader of a report should see, each once: of the study, the anatomy and the indices. */
public final class ReportWarnings {
    private static final String MARK = "Warning: ";

    private ReportWarnings() {
    }

    public static List<String> of(ScoringResult result) {
        Set<String> sentences = new LinkedHashSet<>();
        Stream.of(result.study().notes().stream().filter(note -> note.startsWith(MARK)), result.warnings().stream(),
                        result.anatomy().warnings().stream(), result.scores().stream().map(Score::warnings).flatMap(List::stream))
                .flatMap(all -> all).map(ReportWarnings::bare).forEach(sentences::add);
        return List.copyOf(sentences);
    }

    private static String bare(String sentence) {
        return sentence.startsWith(MARK) ? sentence.substring(MARK.length()) : sentence;
    }
}
