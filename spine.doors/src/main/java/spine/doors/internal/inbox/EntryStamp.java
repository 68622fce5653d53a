package spine.doors.internal.inbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * By what an entry that is still being copied is told from one that is there, without reading it.
 *
 * @param files of a folder that were looked at
 * @param look digest of their names, sizes and times
 */
record EntryStamp(int files, long look) {

    /** @param most files that are looked at; an entry with more is refused in any case */
    static EntryStamp of(Path entry, int most) throws IOException {
        Look look = new Look(most);
        Files.walkFileTree(entry, look);
        return new EntryStamp(look.files, look.sum);
    }

    /** Adds up, since a folder may be listed in any order. */
    private static final class Look extends SimpleFileVisitor<Path> {
        private final int most;
        private int files;
        private long sum;

        Look(int most) {
            this.most = most;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes kind) {
            files++;
            sum += (31L * file.hashCode() + kind.size()) * 31 + kind.lastModifiedTime().toMillis();
            return files > most ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            sum += file.hashCode();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
