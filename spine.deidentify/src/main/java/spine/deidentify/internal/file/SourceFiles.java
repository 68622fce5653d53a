package spine.deidentify.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import spine.api.UnusableInputException;

/** The files at or below a place. */
public final class SourceFiles {
    private static final int PREAMBLE = 128;
    private static final String MAGIC = "DICM";

    private SourceFiles() {
    }

    /**
     * @return sorted, links followed
     * @throws UnusableInputException if there is no such place, or it cannot be listed
     */
    public static List<Path> below(Path place) throws UnusableInputException {
        if (!Files.exists(place)) {
            throw new UnusableInputException(place + " does not exist.");
        }
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(place, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    // A link that leads back up or nowhere hides no image; a folder that may not be entered does.
                    if (Files.isDirectory(file) && !Files.isSymbolicLink(file)) {
                        throw failure;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UnusableInputException(place + " cannot be listed.", e);
        }
        files.sort(null);
        return files;
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
