package spine.api.image;

import java.util.Objects;

/**
 * One sentence for a person on how a study was read.
 *
 * @param severity who has to see it
 * @param text a whole sentence in plain text, not blank; names series and files, never a patient
 */
public record Note(Severity severity, String text) {

    /** Who has to see a note. */
    public enum Severity {
        /** Explains what was done, such as why a series was not chosen; goes into the notes of the report. */
        INFO,
        /** The reader of the scores has to know it; goes into the warnings of the report. */
        WARNING
    }

    public Note {
        Objects.requireNonNull(severity, "severity");
        if (text.isBlank()) {
            throw new IllegalArgumentException("a note without text");
        }
    }

    /** A note that asks for nothing. */
    public static Note info(String text) {
        return new Note(Severity.INFO, text);
    }

    /** A note for the reader of the report. */
    public static Note warning(String text) {
        return new Note(Severity.WARNING, text);
    }

    public boolean isWarning() {
        return severity == Severity.WARNING;
    }
}
