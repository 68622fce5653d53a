package spine.launcher.doctor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import spine.common.file.BoundedFile;
import spine.common.file.FileTree;
import spine.common.install.InstallPaths;

/** What processes have left that were killed. */
final class LeftoversExamination implements Examination {
    /** Half-written files and folders in the home. */
    private static final Pattern HALF = Pattern.compile("\\..+\\.(part|(part|old)-[0-9a-f-]{36})|\\.spine\\d*\\.try|.+\\.log\\.lck");
    /** Folders in the temporary folder of the system, made by spine and by ONNX Runtime. */
    private static final Pattern TEMPORARY = Pattern.compile("spine-(calibration|bench)?\\d+|onnxruntime-java\\d+");
    /** What is younger may belong to a process that is alive. */
    private static final Duration AGE = Duration.ofHours(24);

    private final InstallPaths paths;

    LeftoversExamination(InstallPaths paths) {
        this.paths = paths;
    }

    @Override
    public Finding examine(boolean fix) throws IOException {
        List<Path> left = new ArrayList<>();
        for (Path folder : List.of(paths.home(), paths.incoming(), paths.deploy(), paths.conf(), paths.logs(), paths.shadow(),
                paths.verdicts())) {
            left.addAll(old(folder, HALF));
        }
        left.addAll(old(Path.of(System.getProperty("java.io.tmpdir")), TEMPORARY));
        for (Path path : left) {
            FileTree.delete(path);
        }
        if (removeDeadServer()) {
            left.add(paths.attach().resolve("address"));
        }
        return left.isEmpty() ? Finding.ok("None.") : Finding.mended(left.size() + " removed, such as " + left.get(0) + ".");
    }

    private static List<Path> old(Path folder, Pattern names) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> names.matcher(entry.getFileName().toString()).matches() && isOurs(entry)).sorted().toList();
        }
    }

    private static boolean isOurs(Path entry) {
        try {
            return Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(Instant.now().minus(AGE))
                    && Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /** The address of a platform that serves no more; its lock is free. */
    private boolean removeDeadServer() throws IOException {
        Path address = paths.attach().resolve("address");
        if (!Files.exists(address)) {
            return false;
        }
        BoundedFile.requireRegular(paths.attach().resolve("lock"));
        try (FileChannel channel = FileChannel.open(paths.attach().resolve("lock"), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null && Files.deleteIfExists(address);
        } catch (NoSuchFileException neverServed) {
            return Files.deleteIfExists(address);
        }
    }
}
