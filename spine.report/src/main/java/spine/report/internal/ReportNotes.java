package spine.report.internal;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import spine.api.image.Note;
import spine.api.image.Study;
import spine.api.report.Predecessor;
import spine.api.report.ScoringResult;

/** Sentences that tell how the result came about and ask for nothing. */
public final class ReportNotes {

    private ReportNotes() {
    }

    /** Which result this one replaces, how the images were chosen, how names were found. */
    public static List<String> of(ScoringResult result) {
        return Stream.of(predecessor(result), of(result.study()), result.anatomy().notes()).flatMap(List::stream).distinct().toList();
    }

    /** Which content of the study had the result that this one replaces; one sentence or none. */
    public static List<String> predecessor(ScoringResult result) {
        OptionalInt revision = result.predecessor().map(Predecessor::revision).orElse(OptionalInt.empty());
        return revision.isEmpty() ? List.of()
                : List.of("This result replaces that of revision " + revision.getAsInt() + " of the study's images.");
    }

    /** Whether a person changed what the models gave. */
    public static boolean corrected(ScoringResult result) {
        return result.correction().filter(correction -> !correction.none()).isPresent();
    }

    /** How the images were chosen. */
    public static List<String> of(Study study) {
        return study.notes().stream().filter(note -> !note.isWarning()).map(Note::text).distinct().toList();
    }
}
