package spine.launcher.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import spine.common.file.BoundedFile;
import spine.common.file.FileTree;
import spine.common.install.StorageSeal;

/**
 * Folders in which the framework keeps its installed bundles from run to run, which saves copying 270 MB. Each serves one process at a
 * time. The lock is the operating system's: it ends with the process, however that ends. A folder is a cache and never a truth: what
 * a process leaves that did not come up, did not end in order or belongs to another build is thrown away, as is what bundles have kept
 * for themselves, such as settings.
 */
public final class BundleStorage {
    /** Of more, those without a process are removed. */
    private static final int KEPT = 4;

    /** Never closed: the lock of this process. */
    private static FileChannel claimed;

    private final Path folder;
    private final Path lockFile;
    private final StorageSeal seal;

    private BundleStorage(Path run, int number) {
        this.folder = run.resolve(Integer.toString(number));
        this.lockFile = run.resolve(number + ".lock");
        this.seal = new StorageSeal(folder, run.resolve(number + ".build"));
    }

    /**
     * Takes the first folder without a process until this one ends.
     *
     * @param run where the folders lie; created if it is missing
     * @param build what was installed by another begins anew
     * @return the folder, which need not exist, and the seal to set at the end, which is broken until then
     */
    public static StorageSeal claim(Path run, String build) throws IOException {
        Files.createDirectories(run);
        int number = 1;
        while ((claimed = new BundleStorage(run, number).lock()) == null) {
            number++;
        }
        BundleStorage own = new BundleStorage(run, number);
        own.prepare(build);
        removeSurplus(run, Math.max(KEPT, number) + 1);
        return own.seal;
    }

    /**
     * Removes what would not be used again. A folder that a process has stays.
     *
     * @return the folders that were removed
     */
    public static List<Path> removeBroken(Path run, String build) throws IOException {
        List<Path> removed = new ArrayList<>();
        for (int number = 1; Files.exists(new BundleStorage(run, number).lockFile); number++) {
            BundleStorage one = new BundleStorage(run, number);
            try (FileChannel channel = one.lock()) {
                if (channel != null && Files.exists(one.folder) && one.seal.read(build).isEmpty()) {
                    one.clear();
                    removed.add(one.folder);
                }
            }
        }
        return removed;
    }

    /** @return null if a process has it */
    private FileChannel lock() throws IOException {
        BoundedFile.requireRegular(lockFile);
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return null;
        }
        return channel;
    }

    private void prepare(String build) throws IOException {
        Optional<Set<String>> whole = seal.read(build);
        seal.remove();
        if (whole.isEmpty()) {
            clear();
            return;
        }
        for (Path bundle : seal.bundles()) {
            Path stale = whole.get().contains(bundle.getFileName().toString()) ? StorageSeal.data(bundle) : bundle;
            if (Files.exists(stale)) {
                FileTree.delete(stale);
            }
        }
    }

    private static void removeSurplus(Path run, int from) throws IOException {
        for (int number = from; Files.exists(new BundleStorage(run, number).lockFile); number++) {
            BundleStorage surplus = new BundleStorage(run, number);
            // The file of the lock stays: were it removed, two processes could lock two files of this name.
            try (FileChannel channel = surplus.lock()) {
                if (channel != null) {
                    surplus.clear();
                }
            }
        }
    }

    private void clear() throws IOException {
        seal.remove();
        if (Files.exists(folder)) {
            FileTree.delete(folder);
        }
    }
}
