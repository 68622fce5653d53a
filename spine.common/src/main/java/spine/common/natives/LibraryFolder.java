package spine.common.natives;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import spine.common.file.AtomicFile;
import spine.common.file.BoundedFile;

/**
 * The folder to which JavaCPP unpacks libraries. It would load whatever lies there with the size and time it expects: a file that was
 * cut by a full disk, or that somebody else has put there. What was compared once is not read again as long as size and time stay,
 * because nobody but the user may write there.
 */
public final class LibraryFolder {
    /** File: what was compared, with size and time. */
    private static final String VERIFIED = ".verified";
    /** File that JavaCPP locks while it unpacks. */
    private static final String LOCK = ".lock";
    private static final long LOCK_PAUSE_MILLIS = 50;

    private final Path folder;

    /** @param folder need not exist */
    public LibraryFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The jars of what is delivered. */
    @FunctionalInterface
    public interface Delivered {
        /** Compares the libraries with those in every jar that may have them. */
        void compare(DeliveredLibraries libraries) throws IOException;
    }

    /**
     * Makes the folder, or takes its permissions from all others. One that nobody can write stays as it is, as in an image of a container.
     *
     * @throws IOException if it belongs to somebody else
     */
    public void makePrivate() throws IOException {
        Files.createDirectories(folder);
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null && Files.isWritable(folder)) {
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    /**
     * Deletes every library that is not as it was delivered; JavaCPP unpacks it again.
     *
     * @return names of what was deleted
     * @throws IOException also if something is to be deleted and cannot be
     */
    public List<String> verify(Delivered delivered) throws IOException {
        if (!Files.isWritable(folder)) {
            return deleteOthers(unknown(files()), delivered);
        }
        BoundedFile.requireRegular(folder.resolve(LOCK));
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            List<Path> files = files();
            Map<String, Path> unknown = unknown(files);
            List<String> deleted = deleteOthers(unknown, delivered);
            if (!unknown.isEmpty()) {
                write(files);
            }
            return deleted;
        }
    }

    /** JavaCPP may hold it in this process, for another copy of its classes. */
    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException byThisProcess) {
                try {
                    Thread.sleep(LOCK_PAUSE_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("interrupted while libraries are unpacked");
                }
            }
        }
    }

    private Map<String, Path> unknown(List<Path> files) throws IOException {
        Set<String> known = known();
        Map<String, Path> unknown = new TreeMap<>();
        for (Path file : files) {
            if (!known.contains(line(file))) {
                unknown.put(name(file), file);
            }
        }
        return unknown;
    }

    private List<String> deleteOthers(Map<String, Path> unknown, Delivered delivered) throws IOException {
        Map<String, Path> plain = new TreeMap<>(unknown);
        plain.values().removeIf(Files::isSymbolicLink);
        DeliveredLibraries libraries = new DeliveredLibraries(plain);
        if (!plain.isEmpty()) {
            delivered.compare(libraries);
        }
        List<String> deleted = new ArrayList<>();
        for (Map.Entry<String, Path> file : unknown.entrySet()) {
            if (Files.isSymbolicLink(file.getValue()) ? !leadsInside(file.getValue()) : !libraries.same().contains(file.getKey())) {
                Files.delete(file.getValue());
                deleted.add(file.getKey());
            }
        }
        return deleted;
    }

    private void write(List<Path> files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                lines.append(line(file)).append('\n');
            }
        }
        AtomicFile.write(folder.resolve(VERIFIED), lines.toString());
    }

    private Set<String> known() {
        try {
            return new String(BoundedFile.regular(folder.resolve(VERIFIED), BoundedFile.LONGEST), StandardCharsets.UTF_8).lines()
                    .collect(Collectors.toSet());
        } catch (IOException none) {
            return Set.of();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !path.getParent().equals(folder)).sorted()
                    .toList();
        }
    }

    private boolean leadsInside(Path link) {
        try {
            return link.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException nowhere) {
            return false;
        }
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private String line(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return "link\t" + Files.readSymbolicLink(file) + "\t" + name(file);
        }
        return Files.size(file) + "\t" + Files.getLastModifiedTime(file).toMillis() + "\t" + name(file);
    }
}
