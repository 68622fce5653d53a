package spine.api.image;

import java.util.List;
import java.util.Objects;

/**
 * What is scored together: the chosen sagittal stacks of one study, from head to foot. De-identified: UIDs only.
 *
 * @param studyInstanceUid the study
 * @param stacks at least one; stations ordered from head to foot
 * @param notes how the stacks were chosen and what looked odd, in the order of the work
 */
public record Study(String studyInstanceUid, List<SliceStack> stacks, List<Note> notes) {

    public Study {
        Objects.requireNonNull(studyInstanceUid, "studyInstanceUid");
        stacks = List.copyOf(stacks);
        notes = List.copyOf(notes);
        if (stacks.isEmpty()) {
            throw new IllegalArgumentException("study " + studyInstanceUid + " has no stacks");
        }
    }

    /** The sentences of those notes that the reader of the report has to see, in their order. */
    public List<String> warnings() {
        return notes.stream().filter(Note::isWarning).map(Note::text).toList();
    }
}
