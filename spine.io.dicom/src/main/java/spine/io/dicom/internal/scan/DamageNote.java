package spine.io.dicom.internal.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.api.image.Note;

/** What a person is told of a file that cannot be read. */
final class DamageNote {

    private DamageNote() {
    }

    /** Empty for a file that never was an image; an empty file may have been one, unless its name says that it is hidden. */
    static Optional<Note> of(Path file, UnusableInputException reason) {
        if (!reason.getMessage().endsWith("is not a DICOM file")) {
            return Optional.of(Note.warning(reason.getMessage() + "."));
        }
        boolean hidden = file.getFileName().toString().startsWith(".");
        return !hidden && isEmpty(file) ? Optional.of(Note.warning(file + " is empty.")) : Optional.empty();
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException gone) {
            return false;
        }
    }
}
