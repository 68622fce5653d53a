package spine.deidentify.internal.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import spine.api.UnusableInputException;
import spine.common.file.AtomicFile;
import spine.common.file.LockedFile;

/** A file with a secret: any bytes, or those that are made here, 64 hexadecimal digits and a line end. */
public final class KeyFile {
    private static final int BYTES_MADE = 32;
    private static final int FEWEST_BYTES = 16;
    private static final int MOST_BYTES = 1 << 16;

    private final Path file;

    public KeyFile(Path file) {
        this.file = file;
    }

    /**
     * Makes the file if there is none; only its owner may read it. Of several processes that do so at the same time one makes it.
     *
     * @return whether it was made here
     * @throws UnusableInputException if it cannot be
     */
    public boolean makeIfMissing() throws UnusableInputException {
        if (Files.exists(file)) {
            return false;
        }
        AtomicBoolean made = new AtomicBoolean();
        try {
            new LockedFile(file).locked(() -> {
                if (!Files.exists(file)) {
                    AtomicFile.replace(file.toAbsolutePath(), KeyFile::make);
                    made.set(true);
                }
            });
        } catch (IOException e) {
            throw new UnusableInputException("The key " + file + " cannot be written.", e);
        }
        return made.get();
    }

    private static void make(Path part) throws IOException {
        byte[] random = new byte[BYTES_MADE];
        new SecureRandom().nextBytes(random);
        try (FileChannel out = FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forOwnerOnly())) {
            out.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(random) + "\n"));
            out.force(true);
        }
    }

    /** @throws UnusableInputException if it cannot be read or is no secret */
    public byte[] read() throws UnusableInputException {
        try {
            long size = Files.size(file);
            if (Files.isRegularFile(file) && size >= FEWEST_BYTES && size <= MOST_BYTES) {
                return Files.readAllBytes(file);
            }
        } catch (IOException e) {
            throw new UnusableInputException("The key " + file + " cannot be read.", e);
        }
        throw new UnusableInputException("The key " + file + " is not a file of " + FEWEST_BYTES + " to " + MOST_BYTES + " bytes.");
    }

    private static FileAttribute<?>[] forOwnerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
