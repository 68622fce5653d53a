package spine.evaluate.internal.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import spine.api.UnusableInputException;
import spine.common.file.BoundedFile;
import spine.common.file.FileFailure;
import spine.common.file.FileTooLargeException;

/** Reads files of JSON that somebody named. Safe for many threads. */
public final class JsonFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFile() {
    }

    /** @throws UnusableInputException if it is none, or longer than {@link BoundedFile#LONGEST}; the sentence names the file */
    public static JsonNode read(Path file) throws UnusableInputException, IOException {
        try {
            return JSON.readTree(BoundedFile.read(file));
        } catch (FileTooLargeException tooLarge) {
            throw new UnusableInputException(FileFailure.sentence(tooLarge), tooLarge);
        } catch (JsonProcessingException broken) {
            throw new UnusableInputException(file + " is not valid JSON.", broken);
        }
    }
}
