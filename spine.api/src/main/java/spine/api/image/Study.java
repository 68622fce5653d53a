package spine.api.image;

import java.util.List;
import java.util.Objects;

/**
 * What is scored together: the chosen sagittal stacks of one study, from head to foot. De-identified: UIDs only.
 *
 * @param studyInstanceUid the study
 * @param stacks at least one; stations ordered from head to foot
 * @param notes sentences on how the stacks were chosen and what looked odd; they go into the report's warnings
 *     only where they start with {@code "Warning: "}, else to the log
 */
public record Study(String studyInstanceUid, List<SliceStack> stacks, List<String> notes) {

    public Study {
        Objects.requireNonNull(studyInstanceUid, "studyInstanceUid");
        stacks = List.copyOf(stacks);
        notes = List.copyOf(notes);
        if (stacks.isEmpty()) {
            throw new IllegalArgumentException("study " + studyInstanceUid + " has no stacks");
        }
    }
}
