package spine.app.internal.attach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import spine.common.file.BoundedFile;

/**
 * Where a serving platform listens.
 *
 * @param socket absolute path of its socket
 * @param token what a client must show; drawn at random when the platform starts
 */
public record ServerAddress(Path socket, String token) {
    /** To be raised with every change of what is sent. */
    private static final String PROTOCOL = "spine attach 1";
    /** Bytes of the file. */
    private static final int LONGEST = 1 << 16;

    /** @throws IOException if the file cannot be read, or is of another version of spine */
    static ServerAddress read(Path file) throws IOException {
        List<String> lines = new String(BoundedFile.regular(file, LONGEST), StandardCharsets.UTF_8).lines().toList();
        if (lines.size() != 3 || !lines.get(0).equals(PROTOCOL)) {
            throw new IOException(file + " is of another version of spine");
        }
        try {
            return new ServerAddress(Path.of(lines.get(1)), lines.get(2));
        } catch (InvalidPathException e) {
            throw new IOException(file + " names no socket", e);
        }
    }

    /** Content of the file. */
    public String text() {
        return PROTOCOL + "\n" + socket + "\n" + token + "\n";
    }
}
