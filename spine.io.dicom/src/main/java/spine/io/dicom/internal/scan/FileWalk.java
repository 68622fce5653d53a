package spine.io.dicom.internal.scan;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import spine.api.UnusableInputException;

/** The files below some locations, each once, sorted within each location. */
final class FileWalk {

    private FileWalk() {
    }

    /** @throws UnusableInputException if a location does not exist or cannot be listed */
    static Collection<Path> files(List<Path> locations) throws UnusableInputException {
        Set<Path> files = new LinkedHashSet<>();
        for (Path location : locations) {
            if (!Files.exists(location)) {
                throw new UnusableInputException(location + " does not exist");
            }
            files.addAll(below(location));
        }
        return files;
    }

    private static List<Path> below(Path location) throws UnusableInputException {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(location, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** A link that leads back up or nowhere is not a reason to refuse the study beside it. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (file.equals(location)) {
                        throw failure;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UnusableInputException(location + " cannot be listed", e);
        }
        found.sort(null);
        return found;
    }
}
