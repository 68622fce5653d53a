package spine.app.internal.batch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import spine.api.comparison.PatientTimeline;
import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.common.file.AtomicFolder;
import spine.common.file.BoundedFile;
import spine.common.file.FileFailure;

/**
 * The folder for results, held as long as a run writes there. Several runs can hold the same folder; the first of them removes what
 * processes that were killed have left half-written. A file system without locks serves one run at a time. For one thread.
 */
public final class OutputPlace implements AutoCloseable {
    private static final String LOCK = ".spine.lock";
    /** Bytes of the file that are locked: the one by every run as long as it lasts, the other by whoever changes a table. */
    private static final long PRESENCE = 0;
    private static final long TABLES = 1;

    private final Path folder;
    private final List<Path> made;
    private final FileChannel channel;
    private boolean locks = true;

    private OutputPlace(Path folder, List<Path> made, FileChannel channel) {
        this.folder = folder;
        this.made = made;
        this.channel = channel;
    }

    /** A change of files that only one run may make at a time. */
    @FunctionalInterface
    interface Change {
        void run() throws IOException;
    }

    /**
     * Tries, before any work, whether results can be written to a folder; nothing is left of that.
     *
     * @throws RefusedException if they cannot; the sentence says why
     */
    public static void require(Path out) throws RefusedException {
        Path folder = out.toAbsolutePath().normalize();
        Path there = Stream.iterate(folder, path -> path != null, Path::getParent).filter(Files::exists).findFirst().orElse(folder);
        if (!Files.isDirectory(there)) {
            throw refused(folder, there + " is a file");
        }
        try {
            Files.delete(Files.createTempFile(there, ".spine", ".try"));
        } catch (IOException e) {
            throw refused(folder, there + " cannot be written");
        }
        try {
            BatchTables.check(folder);
        } catch (BrokenTableException e) {
            throw new RefusedException(e.getMessage() + ".", ExitCode.UNUSABLE);
        } catch (IOException e) {
            throw refused(folder, FileFailure.reason(e));
        }
    }

    /**
     * Makes the folder if need be, and holds it.
     *
     * @throws RefusedException if it cannot be written
     */
    public static OutputPlace open(Path out) throws RefusedException {
        Path folder = out.toAbsolutePath().normalize();
        List<Path> made = Stream.iterate(folder, path -> path != null && !Files.exists(path), Path::getParent).toList();
        try {
            Files.createDirectories(folder);
            BoundedFile.requireRegular(folder.resolve(LOCK));
            FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.READ);
            OutputPlace place = new OutputPlace(folder, made, channel);
            place.enter();
            return place;
        } catch (IOException e) {
            throw refused(folder, FileFailure.reason(e));
        }
    }

    private void enter() throws IOException {
        FileLock alone;
        try {
            alone = channel.tryLock(PRESENCE, 1, false);
        } catch (IOException noLocksHere) {
            locks = false;
            return;
        }
        if (alone != null) {
            AtomicFolder.removeLeftovers(folder);
            Path comparisons = folder.resolve(PatientTimeline.FOLDER);
            if (Files.isDirectory(comparisons)) {
                AtomicFolder.removeLeftovers(comparisons);
            }
            alone.release();
        }
        channel.lock(PRESENCE, 1, true);
    }

    Path folder() {
        return folder;
    }

    /** Makes a change while no other run makes one. */
    void alone(Change change) throws IOException {
        FileLock held = locks ? channel.lock(TABLES, 1, false) : null;
        try {
            change.run();
        } finally {
            if (held != null) {
                held.release();
            }
        }
    }

    /** Gives the folder back; without a result it goes, if it was made for this run. */
    @Override
    public void close() throws IOException {
        channel.close();
        for (Path path : made) {
            if (holdsOnlyTheLock(path)) {
                Files.deleteIfExists(path.resolve(LOCK));
                Files.deleteIfExists(path);
            }
        }
    }

    private static boolean holdsOnlyTheLock(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.allMatch(entry -> entry.getFileName().toString().equals(LOCK));
        }
    }

    private static RefusedException refused(Path folder, String why) {
        return new RefusedException("The results cannot go to " + folder + ": " + why + ".", ExitCode.FAILED);
    }
}
