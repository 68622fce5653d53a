package spine.doors.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import spine.common.file.BoundedFile;
import spine.common.file.FileFailure;
import spine.io.dimse.TlsSettings;

/**
 * Files with keys and certificates, as settings name them: relative ones lie in the folder of settings.
 *
 * @param keys PKCS12 with key and certificate of this side
 * @param trusted certificates that the other side's is checked against
 * @param password file whose first line is the password of both
 */
public record TlsFiles(Optional<Path> keys, Optional<Path> trusted, Optional<Path> password) {

    /** @param conf folder of settings; the names are empty for what is not set */
    public static TlsFiles in(Path conf, String keys, String trusted, String password) {
        return new TlsFiles(file(conf, keys), file(conf, trusted), file(conf, password));
    }

    private static Optional<Path> file(Path conf, String name) {
        return name.isBlank() ? Optional.empty() : Optional.of(conf.resolve(name.strip()));
    }

    public boolean isEmpty() {
        return keys.isEmpty() && trusted.isEmpty() && password.isEmpty();
    }

    /**
     * Reads the password; keys and certificates are read when a connection needs them.
     *
     * @throws IllegalArgumentException with a sentence, if the password cannot be read
     */
    public TlsSettings settings(boolean clientCertificates) {
        try {
            String word = password.isEmpty() ? "" : new String(BoundedFile.regular(password.get(), BoundedFile.LONGEST),
                    StandardCharsets.UTF_8).lines().findFirst().orElse("");
            return new TlsSettings(keys, trusted, word, clientCertificates);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(FileFailure.sentence(unreadable), unreadable);
        }
    }

    /** By what a change of the files is noticed; equal as long as nobody has touched them. */
    public List<Object> stamp() {
        return List.of(stamp(keys), stamp(trusted), stamp(password));
    }

    private static Object stamp(Optional<Path> file) {
        try {
            return file.isEmpty() ? FileTime.fromMillis(0) : Files.getLastModifiedTime(file.get());
        } catch (NoSuchFileException missing) {
            return missing.getFile();
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
