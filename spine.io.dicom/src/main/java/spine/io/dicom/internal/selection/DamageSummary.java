package spine.io.dicom.internal.selection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import spine.api.image.Note;

/** One warning for all files that cannot be read, with their number. */
final class DamageSummary {
    private static final int NAMED = 3;

    private DamageSummary() {
    }

    /**
     * @param damaged a sentence for each file
     * @return that of the only file, or the number and the first sentences; empty without files
     */
    static Optional<Note> of(List<Note> damaged) {
        if (damaged.size() < 2) {
            return damaged.stream().findFirst();
        }
        String first = damaged.stream().limit(NAMED).map(note -> note.text().replaceFirst("\\.$", "")).collect(Collectors.joining("; "));
        return Optional.of(Note.warning(damaged.size() + " files cannot be read and were left out: " + first
                + (damaged.size() > NAMED ? "; and " + (damaged.size() - NAMED) + " more." : ".")));
    }
}
