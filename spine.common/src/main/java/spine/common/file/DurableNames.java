package spine.common.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a power cut must not undo: the names in a folder. */
public final class DurableNames {

    private DurableNames() {
    }

    /** Returns when the names are on the disk. Only POSIX systems let a folder be opened; others see to it by themselves. */
    public static void force(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
