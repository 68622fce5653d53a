package spine.report.internal;

import java.util.List;
import java.util.stream.Stream;
import spine.api.image.Note;
import spine.api.image.Study;
import spine.api.report.ScoringResult;

/** Sentences that tell how the result came about and ask for nothing. */
public final class ReportNotes {

    private ReportNotes() {
    }

    /** How the images were chosen, then how names were found. */
    public static List<String> of(ScoringResult result) {
        return Stream.concat(of(result.study()).stream(), result.anatomy().notes().stream()).distinct().toList();
    }

    /** How the images were chosen. */
    public static List<String> of(Study study) {
        return study.notes().stream().filter(note -> !note.isWarning()).map(Note::text).distinct().toList();
    }
}
