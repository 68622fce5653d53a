package spine.report.internal.cohort;

import java.util.ArrayList;
import java.util.List;

/** What a reader should know before the figures of a cohort are believed. */
final class CohortNotes {

    private CohortNotes() {
    }

    /** Sentences; none if there is nothing to say. */
    static List<String> of(List<StudyRow> rows, int models, int settings) {
        List<String> notes = new ArrayList<>();
        if (models > 1) {
            notes.add("The studies were scored by " + models + " sets of models, which are listed below: totals of one may differ from"
                    + " those of another for that reason alone.");
        }
        if (settings > 1) {
            notes.add("The studies were scored with " + settings + " different settings; each report.json names those that differ from"
                    + " their defaults.");
        }
        note(notes, rows.stream().filter(StudyRow::partial).count(),
                " shows only a part of its units: its totals sum fewer units than others.",
                " show only a part of their units: their totals sum fewer units than others.");
        note(notes, rows.stream().filter(row -> row.study().summary().isPresent() && row.view().isEmpty()).count(),
                " shows no spine and has no total.", " show no spine and have no total.");
        note(notes, rows.stream().filter(StudyRow::corrected).count(), " was corrected by a person: not the result of the models alone.",
                " were corrected by a person: not the results of the models alone.");
        note(notes, rows.stream().filter(row -> row.study().summary().isEmpty()).count(),
                " has no scores here, and is in no figure; the table says why.", " have no scores here, and are in no figure; the table"
                        + " says why.");
        return notes;
    }

    private static void note(List<String> notes, long count, String one, String several) {
        if (count > 0) {
            notes.add(count == 1 ? "1 study" + one : count + " studies" + several);
        }
    }
}
