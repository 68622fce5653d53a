package spine.api.image;

import java.util.List;
import java.util.Objects;

/**
 * What is scored together: the chosen sagittal stacks of one study, from head to foot. De-identified: UIDs, and a label on demand.
 *
 * @param studyInstanceUid the study
 * @param stacks at least one; stations ordered from head to foot
 * @param notes how the stacks were chosen and what looked odd, in the order of the work
 * @param label pseudonym and date, where asked for
 */
public record Study(String studyInstanceUid, List<SliceStack> stacks, List<Note> notes, StudyLabel label) {

    public Study {
        Objects.requireNonNull(studyInstanceUid, "studyInstanceUid");
        stacks = List.copyOf(stacks);
        notes = List.copyOf(notes);
        Objects.requireNonNull(label, "label");
        if (stacks.isEmpty()) {
            throw new IllegalArgumentException("study " + studyInstanceUid + " has no stacks");
        }
    }

    /** A study that has its UID alone. */
    public Study(String studyInstanceUid, List<SliceStack> stacks, List<Note> notes) {
        this(studyInstanceUid, stacks, notes, StudyLabel.NONE);
    }

    /** The same with a label. */
    public Study labelled(StudyLabel other) {
        return new Study(studyInstanceUid, stacks, notes, other);
    }

    /** The sentences of those notes that the reader of the report has to see, in their order. */
    public List<String> warnings() {
        return notes.stream().filter(Note::isWarning).map(Note::text).toList();
    }
}
