package spine.dicomweb.internal.servlet;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of objects that are being received. */
final class ReceivingFolder {

    private ReceivingFolder() {
    }

    /** Makes it, and removes what a process that was killed has left in it: nothing of that was acknowledged. */
    static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
        return folder;
    }
}
