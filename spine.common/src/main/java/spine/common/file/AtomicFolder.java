package spine.common.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder that appears complete or not at all. It is filled beside its target and moved into place by {@link #publish};
 * closed without that, nothing of it remains, not even the parents that had to be made for it. For one thread.
 */
public final class AtomicFolder implements AutoCloseable {
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
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            throw new NotDirectoryException(absolute.toString());
        }
        return new AtomicFolder(absolute);
    }

    /** Where to write: a sibling of the target whose name begins with a dot. */
    public Path staging() {
        return staging;
    }

    /** Moves the folder into place; an older one there is replaced as a whole. */
    public void publish() throws IOException {
        Path old = sibling("old");
        boolean replaces = Files.exists(target);
        if (replaces) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaces) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        published = true;
        if (replaces) {
            FileTree.delete(old);
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
