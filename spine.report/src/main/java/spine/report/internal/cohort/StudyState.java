package spine.report.internal.cohort;

import java.util.List;
import java.util.Set;
import spine.report.internal.summary.StudySummary;

/**
 * What became of a study.
 *
 * @param status a word or two, as {@code studies.csv} has them
 * @param reason a sentence; may be empty
 * @param warnings sentences in one text; may be empty
 */
record StudyState(String status, String reason, String warnings) {
    static final String UNREADABLE = "unreadable";
    /** Of a study whose line in the table has none. */
    static final String UNKNOWN = "unknown";
    private static final Set<String> WORDS = Set.of("scored", "no spine", "incomplete", "kept", "changed by hand", "refused", "failed",
            UNREADABLE, UNKNOWN);

    /** Of a result of which no table tells. */
    static StudyState of(StudySummary summary) {
        String warnings = String.join(" ", summary.warnings());
        if (!summary.spine()) {
            return new StudyState("no spine", "", warnings);
        }
        List<String> failures = summary.failures();
        return failures.isEmpty() ? new StudyState("scored", "", warnings)
                : new StudyState("incomplete", String.join(" ", failures), warnings);
    }

    /** The status, or {@code other} for one that scoring does not give: a table can be edited. */
    String known() {
        return WORDS.contains(status) ? status : "other";
    }

    /** Of the pictures of states: {@code good}, {@code fair} for a result that says less than others, {@code bad} for none. */
    String style() {
        return switch (status) {
            case "scored", "kept" -> "good";
            case "no spine", "incomplete", "changed by hand" -> "fair";
            default -> "bad";
        };
    }
}
