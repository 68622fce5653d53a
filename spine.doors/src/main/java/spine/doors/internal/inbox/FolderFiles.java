package spine.doors.internal.inbox;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Those of a folder; links are not followed. */
final class FolderFiles implements DroppedFiles {
    /** Far more than any export has; each level costs a frame of the stack. */
    private static final int DEEPEST = 64;

    private final Path folder;
    private final InboxLimits limits;

    FolderFiles(Path folder, InboxLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    static String tooLarge(InboxLimits limits) {
        return "it is larger than " + (limits.objectBytes() >> 20) + " MB";
    }

    @Override
    public void show(Visitor visitor) throws EntryRefusedException, IOException {
        SortedMap<Path, String> found = new TreeMap<>();
        Files.walkFileTree(folder, Set.<FileVisitOption>of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes kind) {
                found.put(file, objection(kind));
                return found.size() > limits.files() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                found.put(file, "it cannot be read");
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) {
                if (failure != null) {
                    found.put(visited, "it cannot be listed to its end");
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (found.size() > limits.files()) {
            throw new EntryRefusedException("It has more than " + limits.files() + " files.");
        }
        for (Map.Entry<Path, String> file : found.entrySet()) {
            String name = folder.relativize(file.getKey()).toString();
            if (file.getValue().isEmpty()) {
                visitor.file(name, file.getKey());
            } else {
                visitor.leftOut(name.isEmpty() ? "the folder itself" : name, file.getValue());
            }
        }
    }

    /** Why a file is left out without looking into it; empty if it is not. */
    private String objection(BasicFileAttributes kind) {
        if (kind.isRegularFile()) {
            return kind.size() > limits.objectBytes() ? tooLarge(limits) : "";
        }
        if (kind.isDirectory()) {
            return "it is a folder that lies too deep";
        }
        return kind.isSymbolicLink() ? "it is a link, and links are not followed" : "it is no file";
    }
}
