package spine.pipeline.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder that appears complete or not at all. It is filled beside its target and moved into place by
 * {@link #publish}; closed without that, nothing of it remains, not even the parents that had to be made for it.
 */
public final class ResultFolder implements AutoCloseable {
    private final Path target;
    private final Path staging;
    private final Deque<Path> madeParents = new ArrayDeque<>();
    private boolean published;

    /**
     * @param target need not exist, nor its parents
     * @throws IOException if nothing can be written beside it, or it is a file
     */
    public ResultFolder(Path target) throws IOException {
        this.target = target.toAbsolutePath().normalize();
        if (Files.exists(this.target) && !Files.isDirectory(this.target)) {
            throw new NotDirectoryException(this.target.toString());
        }
        makeParents(this.target.getParent());
        this.staging = Files.createDirectory(sibling("part"));
    }

    /** Where to write. */
    public Path staging() {
        return staging;
    }

    /** Moves the folder into place; an older result there is replaced as a whole. */
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
            delete(old);
        }
    }

    @Override
    public void close() throws IOException {
        if (published) {
            return;
        }
        delete(staging);
        for (Path parent : madeParents) {
            if (isEmpty(parent)) {
                Files.deleteIfExists(parent);
            }
        }
    }

    private Path sibling(String kind) {
        return target.resolveSibling("." + target.getFileName() + "." + kind + "-" + UUID.randomUUID());
    }

    private void makeParents(Path parent) throws IOException {
        List<Path> missing = Stream.iterate(parent, p -> p != null && !Files.exists(p), Path::getParent).toList();
        missing.forEach(madeParents::addLast);
        Files.createDirectories(parent);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            entries.sorted(Comparator.reverseOrder()).forEach(ResultFolder::deleteOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
