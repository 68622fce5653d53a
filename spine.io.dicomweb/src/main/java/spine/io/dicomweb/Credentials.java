package spine.io.dicomweb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import spine.common.file.BoundedFile;
import spine.common.file.FileFailure;

/** What a client says of itself (RFC 7617, RFC 6750). Never printed. */
public final class Credentials {
    /** Nobody in particular. */
    public static final Credentials NONE = new Credentials("");
    private static final int LONGEST_FILE = 1 << 16;

    private final String header;

    private Credentials(String header) {
        this.header = header;
    }

    public static Credentials basic(String user, String password) {
        return new Credentials("Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    public static Credentials bearer(String token) {
        return new Credentials("Bearer " + token);
    }

    /**
     * Reads them from files, whose first line counts; blank or empty names stand for what is not set.
     *
     * @param folder that names of files are relative to
     * @throws IllegalArgumentException with a sentence, if a file cannot be read, or they contradict each other
     */
    public static Credentials of(Path folder, String user, String passwordFile, String tokenFile) {
        Optional<String> password = firstLine(folder, passwordFile);
        Optional<String> token = firstLine(folder, tokenFile);
        if (token.isPresent() && (password.isPresent() || !user.isBlank())) {
            throw new IllegalArgumentException("There is a token beside user or password: a server is told one of both.");
        }
        if (password.isPresent() == user.isBlank()) {
            throw new IllegalArgumentException("User and file of the password belong together: one of them is missing.");
        }
        return token.map(Credentials::bearer).or(() -> password.map(word -> basic(user, word))).orElse(NONE);
    }

    /** Value of the header field Authorization. */
    public Optional<String> header() {
        return Optional.of(header).filter(value -> !value.isEmpty());
    }

    private static Optional<String> firstLine(Path folder, String name) {
        if (Objects.requireNonNullElse(name, "").isBlank()) {
            return Optional.empty();
        }
        Path file = folder.resolve(name.strip());
        try {
            String line = new String(BoundedFile.regular(file, LONGEST_FILE), StandardCharsets.UTF_8).lines().findFirst().orElse("")
                    .strip();
            if (line.isEmpty() || line.chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException(file + " has no line with a password or token.");
            }
            return Optional.of(line);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(FileFailure.sentence(unreadable), unreadable);
        }
    }
}
