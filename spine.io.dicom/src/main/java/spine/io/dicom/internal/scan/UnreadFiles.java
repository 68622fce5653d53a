package spine.io.dicom.internal.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.common.text.Sentence;
import spine.dicom.NotDicomException;

/** The files of a scan that cannot be read as images, and which of them are missed: those that may have been one. For one thread. */
final class UnreadFiles {
    private final Map<Path, Reason> reasons = new LinkedHashMap<>();
    private int count;

    /**
     * @param sentence for a person
     * @param certain whether something is lost, whatever the file is called
     */
    private record Reason(String sentence, boolean certain) {
    }

    /** Adds a file with what its reader says. */
    void add(Path file, UnusableInputException reason) {
        count++;
        if (!(reason instanceof NotDicomException)) {
            add(file, Sentence.of(reason.getMessage()), true);
        } else if (isEmpty(file)) {
            add(file, file + " is empty.", true);
        } else {
            add(file, reason.getMessage() + ", although it is called like an image.", false);
        }
    }

    /** Adds a DICOM file that names neither its kind nor its series, as a DICOMDIR, or an image that ends too early. */
    void addWithoutImage(Path file) {
        count++;
        add(file, file + " holds no image, although it is called like one.", false);
    }

    /** Adds what cannot be looked into. */
    void addHidden(Path place, String sentence) {
        add(place, sentence, !Files.isSymbolicLink(place));
    }

    /** What a system hides was made by a program, as the files beside images on a foreign disk. */
    private void add(Path file, String sentence, boolean certain) {
        if (!file.getFileName().toString().startsWith(".")) {
            reasons.put(file, new Reason(sentence, certain));
        }
    }

    /** How many files are no images, for whatever reason. */
    int count() {
        return count;
    }

    /** A warning for each file that may have been an image, in the order in which they were added. */
    Map<Path, Note> missed(ImageNames names) {
        Map<Path, Note> missed = new LinkedHashMap<>();
        reasons.forEach((file, reason) -> {
            if (reason.certain || names.fit(file)) {
                missed.put(file, Note.warning(reason.sentence));
            }
        });
        return missed;
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException gone) {
            return false;
        }
    }
}
