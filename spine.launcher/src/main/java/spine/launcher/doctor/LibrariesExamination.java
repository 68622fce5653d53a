package spine.launcher.doctor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import spine.common.file.BoundedFile;
import spine.common.file.FileTree;

/** Native libraries that were unpacked. What they contain is compared when they are loaded; here is seen that they are whole files. */
final class LibrariesExamination implements Examination {
    private final Path folder;

    LibrariesExamination(Path folder) {
        this.folder = folder;
    }

    @Override
    public Finding examine(boolean fix) throws IOException {
        List<Finding> findings = new ArrayList<>();
        long bytes = 0;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> versions = Files.list(folder)) {
                for (Path version : versions.sorted().toList()) {
                    if (isWhole(version) || isBeingUnpacked(version)) {
                        bytes += size(version);
                    } else {
                        FileTree.delete(version);
                        findings.add(Finding.mended(version + " was not whole and was removed; it is unpacked again."));
                    }
                }
            }
        }
        return Doctor.all(findings, bytes == 0 ? "None unpacked yet." : (bytes >> 20) + " MB in " + folder + ".");
    }

    private static boolean isWhole(Path version) throws IOException {
        try (Stream<Path> all = Files.walk(version)) {
            return all.filter(path -> path.getParent().getParent().equals(version))
                    .noneMatch(path -> !Files.exists(path) || Files.isRegularFile(path) && path.toFile().length() == 0);
        }
    }

    /** JavaCPP holds a lock as long as it unpacks. */
    private static boolean isBeingUnpacked(Path version) throws IOException {
        BoundedFile.requireRegular(version.resolve(".lock"));
        try (FileChannel channel = FileChannel.open(version.resolve(".lock"), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (NoSuchFileException neverLocked) {
            return false;
        }
    }

    private static long size(Path version) throws IOException {
        try (Stream<Path> all = Files.walk(version)) {
            return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).mapToLong(path -> path.toFile().length()).sum();
        }
    }
}
