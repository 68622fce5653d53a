package spine.fileinstall.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Remembers which file each bundle was made of, so that an unchanged one is left alone when the container comes up again. */
final class Digests {
    private final BundleContext context;

    Digests(BundleContext context) {
        this.context = context;
    }

    /** False if that is not known. */
    boolean isOf(Bundle bundle, byte[] jar) throws IOException {
        Path note = note(bundle);
        return Files.exists(note) && Files.readString(note).equals(digest(jar));
    }

    /** A process killed before this has made the bundle, and updates it with the same file at its next start. */
    void note(Bundle bundle, byte[] jar) throws IOException {
        Files.writeString(note(bundle), digest(jar));
    }

    void forget(Bundle bundle) throws IOException {
        Files.deleteIfExists(note(bundle));
    }

    private Path note(Bundle bundle) {
        return context.getDataFile(bundle.getBundleId() + ".sha256").toPath();
    }

    private static String digest(byte[] jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
