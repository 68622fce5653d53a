package spine.deidentify.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import spine.api.UnusableInputException;
import spine.common.file.FileListing;

/** The files at or below a place. */
public final class SourceFiles {
    private static final int PREAMBLE = 128;
    private static final String MAGIC = "DICM";

    private SourceFiles() {
    }

    /**
     * @return sorted, links followed
     * @throws UnusableInputException if there is no such place, or it or a part of it cannot be looked into
     */
    public static List<Path> below(Path place) throws UnusableInputException {
        if (!Files.exists(place)) {
            throw new UnusableInputException(place + " does not exist.");
        }
        try {
            FileListing found = FileListing.below(place);
            if (!found.hidden().isEmpty()) {
                throw new UnusableInputException(found.hidden().get(found.hidden().firstKey()));
            }
            return found.files();
        } catch (IOException e) {
            throw new UnusableInputException(place + " cannot be listed.", e);
        }
    }

    /** Whether the file says that it is DICOM, or cannot be asked. */
    public static boolean claimsToBeDicom(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(PREAMBLE + MAGIC.length());
            return new String(start, StandardCharsets.ISO_8859_1).startsWith(MAGIC, PREAMBLE);
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether one place is the other or lies in it, links followed; neither need exist. */
    public static boolean isIn(Path inner, Path outer) {
        return real(inner).startsWith(real(outer));
    }

    private static Path real(Path place) {
        Path absolute = place.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException notThere) {
            Path parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }
}
