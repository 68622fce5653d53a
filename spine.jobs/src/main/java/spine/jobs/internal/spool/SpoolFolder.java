package spine.jobs.internal.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import spine.api.intake.IntakeException;
import spine.api.intake.IntakeException.Reason;
import spine.common.file.DurableNames;
import spine.common.install.HomePermissions;
import spine.common.text.DicomUid;
import spine.jobs.internal.store.Instance;

/**
 * The files of what was received, in a folder for each study. A file has its name only when all of it is on the disk. Only UIDs become
 * names ({@link Uid}). Safe for use by many threads.
 */
public final class SpoolFolder {
    private static final String PART = ".part";
    private static final int CHUNK = 1 << 16;
    /** Between two looks at the space that is left. */
    private static final long LOOK_BYTES = 1 << 24;

    private final Path root;
    private final Bounds bounds;
    private final FileStore disk;
    /** Wait for the disk, at most one for each thread that writes; they end by themselves. */
    private final ExecutorService forcing = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "spool-force");
        thread.setDaemon(true);
        return thread;
    });

    /** Makes the folder. */
    public SpoolFolder(Path root, Bounds bounds) throws IOException {
        this.root = root;
        this.bounds = bounds;
        HomePermissions.createPrivateFolder(root);
        this.disk = Files.getFileStore(root);
    }

    /** Where an object of a study is, or will be. */
    public Path file(String study, String name) {
        return folder(study).resolve(name);
    }

    /** Where it is, or was until it was removed. */
    public Path file(Instance instance) {
        return file(instance.study(), instance.file().isEmpty() ? instance.sop() + ".dcm" : instance.file());
    }

    /** @throws IllegalArgumentException if that is no UID, and so might lead elsewhere */
    public Path folder(String study) {
        if (!DicomUid.isValid(study)) {
            throw new IllegalArgumentException("That is no UID.");
        }
        return root.resolve(study);
    }

    /** @throws IntakeException if there is too little space */
    void requireSpace() throws IOException {
        if (disk.getUsableSpace() < bounds.freeBytes()) {
            throw new IntakeException(Reason.FULL, "There is too little space left on the disk of this platform to take more images.");
        }
    }

    /**
     * Writes what comes in to a file of a hidden name.
     *
     * @return the file, for {@link #place} or {@link #discard}; the disk may not have all of it yet
     * @throws IntakeException if it is too large, or there is too little space
     */
    Forced write(InputStream in) throws IOException {
        requireSpace();
        Path part = root.resolve("." + UUID.randomUUID() + PART);
        FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean whole = false;
        try {
            copy(in, out);
            Forced written = force(part, out);
            whole = true;
            return written;
        } finally {
            if (!whole) {
                out.close();
                discard(part);
            }
        }
    }

    /** Sees to it that the disk has a file that is there already. */
    Forced force(Path file) throws IOException {
        return force(file, FileChannel.open(file, StandardOpenOption.READ));
    }

    private Forced force(Path file, FileChannel open) {
        return new Forced(file, forcing.submit(() -> {
            try (open) {
                open.force(true);
            }
            return null;
        }));
    }

    private void copy(InputStream in, FileChannel out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long written = 0;
        long looked = 0;
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            written += count;
            if (written > bounds.studyBytes()) {
                throw new IntakeException(Reason.TOO_LARGE, "An object is larger than a study may be, which is "
                        + (bounds.studyBytes() >> 20) + " MB here.");
            }
            if (written - looked > LOOK_BYTES) {
                requireSpace();
                looked = written;
            }
            ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, count);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
    }

    /**
     * Gives a file its name, which the disk has after {@link #forceNames} of its folder.
     *
     * @param file all of which the disk has; under that name already, or under another
     * @return the file
     */
    Path place(Path file, String study, String name) throws IOException {
        Path folder = folder(study);
        if (!Files.isDirectory(folder)) {
            HomePermissions.createPrivateFolder(folder);
            DurableNames.force(root);
        }
        Path target = folder.resolve(name);
        if (!file.equals(target)) {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    /** Returns when the disk has the names in these folders. */
    void forceNames(Set<Path> folders) throws IOException {
        if (folders.size() == 1) {
            DurableNames.force(folders.iterator().next());
            return;
        }
        List<Forced> forced = folders.stream().map(folder -> new Forced(folder, forcing.submit(() -> {
            DurableNames.force(folder);
            return null;
        }))).toList();
        for (Forced folder : forced) {
            folder.await();
        }
    }

    void discard(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Files of hidden names that were written to last before a time: nobody writes them any more. */
    List<Path> leftovers(long beforeMillis) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> entry.getFileName().toString().endsWith(PART)).filter(entry -> lastWritten(entry) < beforeMillis)
                    .toList();
        }
    }

    private static long lastWritten(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            return Long.MAX_VALUE;
        }
    }

    /** UIDs of the studies that have a folder. */
    List<String> studies() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory).map(entry -> entry.getFileName().toString()).filter(DicomUid::isValid).sorted()
                    .toList();
        }
    }

    /** Names of the files of a study. */
    List<String> names(String study) throws IOException {
        try (Stream<Path> entries = Files.list(folder(study))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
