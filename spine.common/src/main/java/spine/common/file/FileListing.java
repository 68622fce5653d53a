package spine.common.file;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files at or below a place, links followed.
 *
 * @param files regular files, sorted
 * @param hidden what may hold files and cannot be looked into, such as a folder that may not be entered or a link that leads nowhere, each
 *     with a sentence that names it
 */
public record FileListing(List<Path> files, SortedMap<Path, String> hidden) {

    public FileListing {
        files = List.copyOf(files);
        hidden = Collections.unmodifiableSortedMap(new TreeMap<>(hidden));
    }

    /** @throws IOException if the place itself does not exist or cannot be listed */
    public static FileListing below(Path place) throws IOException {
        Visitor visitor = new Visitor(place);
        Files.walkFileTree(place, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        visitor.files.sort(null);
        return new FileListing(visitor.files, visitor.hidden);
    }

    /** Says of a place, in a sentence that names it, why what lies there is not known. */
    public static String sentence(Path hidden) {
        if (Files.isDirectory(hidden)) {
            return hidden + " is a folder that this user may not enter.";
        }
        return hidden + (Files.isSymbolicLink(hidden) && !Files.exists(hidden) ? " is a link that leads nowhere." : " cannot be read.");
    }

    /** Collects what a walk meets. */
    static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path place;
        private final List<Path> files = new ArrayList<>();
        private final SortedMap<Path, String> hidden = new TreeMap<>();

        Visitor(Path place) {
            this.place = place;
        }

        SortedMap<Path, String> hidden() {
            return hidden;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                files.add(file);
            } else if (attributes.isSymbolicLink()) {
                hidden.put(file, sentence(file));
            }
            return FileVisitResult.CONTINUE;
        }

        /** A link that leads back up hides nothing. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(place)) {
                throw failure;
            }
            if (!(failure instanceof FileSystemLoopException)) {
                hidden.put(file, sentence(file));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            if (failure != null && folder.equals(place)) {
                throw failure;
            }
            if (failure != null) {
                hidden.put(folder, folder + " is a folder that cannot be listed to its end.");
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
