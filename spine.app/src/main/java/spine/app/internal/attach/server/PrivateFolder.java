package spine.app.internal.attach.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

import spine.common.file.AtomicFile;

/** A folder that only the user of this process may enter. */
final class PrivateFolder {
    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private final Path folder;

    private PrivateFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder, or takes its permissions from all others.
     *
     * @throws IOException if it cannot be made private, as on a file system without an owner
     */
    static PrivateFolder make(Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder);
        }
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            throw new IOException(folder + " cannot be protected from other users");
        }
        view.setPermissions(PosixFilePermissions.fromString(FOLDER));
        return new PrivateFolder(folder);
    }

    /** Replaces a file of the folder. */
    void write(Path file, String content) throws IOException {
        AtomicFile.replace(folder.resolve(file), part -> {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE)));
            Files.write(part, content.getBytes(StandardCharsets.UTF_8));
        });
    }
}
