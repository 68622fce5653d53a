package spine.deploy.internal.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import spine.common.file.FileNames;

/** Keeps refused jars, each with the reason beside it, the newest of them. */
final class Quarantine {
    static final String REASON = ".reason.txt";
    private static final Retention KEPT = new Retention(100, 1L << 30, Duration.ofDays(90));
    /** Bytes. */
    private static final int LONGEST_NAME = 150;

    private final Path folder;

    Quarantine(Path folder) {
        this.folder = folder;
    }

    /** @param name of the file as it was handed in */
    void take(Path jar, String name, String reason) throws IOException {
        Path target = free(FileNames.shortened(name, LONGEST_NAME));
        Files.writeString(target.resolveSibling(target.getFileName() + REASON), reason + "\n");
        Files.move(jar, target, StandardCopyOption.ATOMIC_MOVE);
        tidy();
    }

    /** Removes what is too much, and what is old. */
    void tidy() throws IOException {
        KEPT.apply(folder, Instant.now());
    }

    private Path free(String name) {
        String stem = name.replaceFirst("\\.jar$", "");
        Path target = folder.resolve(stem + ".jar");
        for (int number = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); number++) {
            target = folder.resolve(stem + "-" + number + ".jar");
        }
        return target;
    }
}
