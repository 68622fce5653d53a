package spine.common.file;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder that appears complete or not at all. It is filled beside its target and moved into place by {@link #publish};
 * closed without that, nothing of it remains, not even the parents that had to be made for it. For one thread.
 */
public final class AtomicFolder implements AutoCloseable {
    private static final Pattern LEFTOVER = Pattern.compile("\\..+\\.(part|(part|old)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final Pattern KEPT = Pattern.compile(".*\\.kept-[0-9]+");
    /** To get in between other writers of the same target. */
    private static final int ATTEMPTS = 100;

    private final Path target;
    private final List<Path> madeParents;
    private final Path staging;
    private boolean published;

    private AtomicFolder(Path target) throws IOException {
        this.target = target;
        this.madeParents = Stream.iterate(target.getParent(), p -> p != null && !Files.exists(p), Path::getParent).toList();
        Files.createDirectories(target.getParent());
        this.staging = Files.createDirectory(sibling("part"));
    }

    /**
     * Begins a folder that does not exist yet.
     *
     * @throws FileAlreadyExistsException if something is there
     */
    public static AtomicFolder create(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        return new AtomicFolder(absolute);
    }

    /**
     * Begins a folder that may exist; then it stays as it is until {@link #publish} replaces it as a whole.
     *
     * @throws NotDirectoryException if a file is there
     */
    public static AtomicFolder replace(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        if (isFile(absolute)) {
            throw new NotDirectoryException(absolute.toString());
        }
        return new AtomicFolder(absolute);
    }

    /** The same where also a file may be there; {@link #publishKeepingOld} keeps it. */
    public static AtomicFolder insteadOf(Path target) throws IOException {
        return new AtomicFolder(target.toAbsolutePath().normalize());
    }

    /** Asked once: between two questions another writer may take the folder away. */
    private static boolean isFile(Path path) throws IOException {
        try {
            return !Files.readAttributes(path, BasicFileAttributes.class).isDirectory();
        } catch (NoSuchFileException nothingThere) {
            return false;
        }
    }

    /**
     * Removes what writers of folders, and of files by {@link AtomicFile}, have left that were killed; to be called where nobody writes
     * any more.
     */
    public static void removeLeftovers(Path parent) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> entries = Files.list(parent)) {
            leftovers = entries.filter(entry -> LEFTOVER.matcher(entry.getFileName().toString()).matches()).toList();
        }
        for (Path leftover : leftovers) {
            try {
                FileTree.delete(leftover);
            } catch (NoSuchFileException | DirectoryNotEmptyException e) {
                // Its writer is alive, contrary to what its cluster knows, and removes it.
            }
        }
    }

    /** Where to write: a sibling of the target whose name begins with a dot. */
    public Path staging() {
        return staging;
    }

    /**
     * Moves the folder into place; an older one there is replaced as a whole. Where several write the same target, here or in other
     * processes, all of them succeed and the folder of the last one stays.
     */
    public void publish() throws IOException {
        publish(false);
    }

    /** Whether a folder has the name of an older one that was kept beside a new one. */
    public static boolean isKept(Path folder) {
        return KEPT.matcher(folder.getFileName().toString()).matches();
    }

    /** The same, but an older folder is kept beside as {@code NAME.kept-1}, {@code NAME.kept-2} and so on. */
    public void publishKeepingOld() throws IOException {
        publish(true);
    }

    private void publish(boolean keepOld) throws IOException {
        for (int attempt = 1; !published; attempt++) {
            Optional<Path> old = keepOld ? keepBeside() : moveAway();
            try {
                Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
                published = true;
            } catch (IOException e) {
                if (old.isPresent() && putBack(old.get())) {
                    old = Optional.empty();
                }
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
            if (old.isPresent() && !keepOld) {
                FileTree.delete(old.get());
            }
        }
    }

    /** At once under the name that it keeps: under a hidden one, it would be taken for a leftover if this process were killed. */
    private Optional<Path> keepBeside() throws IOException {
        for (int number = 1;; number++) {
            Path kept = target.resolveSibling(target.getFileName() + ".kept-" + number);
            try {
                // Not an atomic move, which would replace an empty folder of that name.
                if (!Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(target, kept);
                    return Optional.of(kept);
                }
            } catch (FileAlreadyExistsException takenMeanwhile) {
                continue;
            } catch (NoSuchFileException nothingThere) {
                return Optional.empty();
            }
        }
    }

    /** @return whether it could be: if not, another writer has put a newer one there */
    private boolean putBack(Path old) {
        try {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException overtaken) {
            return false;
        }
    }

    /** @return where the older folder is now; empty if there was none, or another writer has just taken it away */
    private Optional<Path> moveAway() throws IOException {
        Path old = sibling("old");
        try {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(old);
        } catch (NoSuchFileException nothingThere) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        if (published) {
            return;
        }
        FileTree.delete(staging);
        for (Path parent : madeParents) {
            if (isEmpty(parent)) {
                Files.deleteIfExists(parent);
            }
        }
    }

    private Path sibling(String kind) {
        return target.resolveSibling("." + target.getFileName() + "." + kind + "-" + UUID.randomUUID());
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
