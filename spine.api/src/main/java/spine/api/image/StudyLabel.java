package spine.api.image;

import java.util.Objects;
import java.util.Optional;

/**
 * What a person who asked for it knows a study by, besides its UID. Never a name or an identifier of a patient.
 *
 * @param pseudonym stands for the patient; empty if nobody asked for it
 * @param date when the images were made: {@code yyyy-MM-dd}, or without characters if they do not say; empty if nobody asked for it
 */
public record StudyLabel(Optional<String> pseudonym, Optional<String> date) {
    /** Nobody asked for anything. */
    public static final StudyLabel NONE = new StudyLabel(Optional.empty(), Optional.empty());

    public StudyLabel {
        Objects.requireNonNull(pseudonym, "pseudonym");
        Objects.requireNonNull(date, "date");
    }
}
