package spine.common.keystore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import spine.common.file.AtomicFile;
import spine.common.file.BoundedFile;
import spine.common.install.HomePermissions;

/** The password of a key store: given, or generated once and kept in a file that only its owner can read. None is built in. */
public final class StorePassword {
    private static final int BYTES = 24;
    /** Bytes of a file with a password. */
    private static final int LONGEST = 1 << 16;

    private final Path file;
    private final String given;

    /**
     * @param file for the generated one
     * @param given empty if none is
     */
    public StorePassword(Path file, String given) {
        this.file = file;
        this.given = given;
    }

    /** Generates it, unless one is given or there. */
    public void make() throws IOException {
        if (!given.isEmpty() || Files.exists(file)) {
            return;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        AtomicFile.replace(file, unfinished -> {
            Files.createFile(unfinished);
            HomePermissions.makePrivate(unfinished);
            Files.writeString(unfinished, HexFormat.of().formatHex(random) + "\n");
        });
    }

    /** @throws IOException if there is none, or if others can read it; the message says which */
    public char[] read() throws IOException {
        if (!given.isEmpty()) {
            return given.toCharArray();
        }
        Optional<String> exposed = HomePermissions.exposed(file);
        if (exposed.isPresent()) {
            throw new IOException(exposed.get());
        }
        return new String(BoundedFile.regular(file, LONGEST), StandardCharsets.UTF_8).strip().toCharArray();
    }

    /**
     * The end of a sentence.
     *
     * @param setting that gives it, if one is given
     */
    public String where(String setting) {
        return given.isEmpty() ? where(file) : "of the settings (" + setting + ")";
    }

    /** The end of a sentence on a password, or another secret, that cannot be read in a file. */
    public static String where(Path file) {
        return "in " + file + ", which only its owner may be able to read (mode 600)";
    }
}
