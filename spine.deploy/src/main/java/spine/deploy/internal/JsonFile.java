package spine.deploy.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import spine.common.file.AtomicFile;
import spine.common.file.BoundedFile;

/** A value in a small JSON file. The parser is loaded with this class, so only by a process that has such a file. */
public final class JsonFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFile() {
    }

    /** @throws IOException if it cannot be read, or holds no such value */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        T value = JSON.readValue(BoundedFile.regular(file, BoundedFile.LONGEST), type);
        if (value == null) {
            throw new IOException(file + " is empty");
        }
        return value;
    }

    /** Replaces the file as a whole; its folder must exist. */
    public static void write(Path file, Object value) throws IOException {
        AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
    }
}
