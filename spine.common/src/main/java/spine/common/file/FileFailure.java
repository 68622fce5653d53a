package spine.common.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What Java says of a file that cannot be read or written, in a sentence for a person. */
public final class FileFailure {

    private FileFailure() {
    }

    /** One sentence that names the file, where Java names it. */
    public static String sentence(IOException failure) {
        return "A file could not be read or written: " + reason(failure) + ".";
    }

    /** The same without the beginning and the full stop. */
    public static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "there is no permission for " + denied.getFile();
        }
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (failure instanceof NotDirectoryException file) {
            return file.getFile() + " is not a folder";
        }
        if (failure instanceof FileSystemException other && other.getFile() != null) {
            return other.getFile() + (other.getReason() == null ? "" : ": " + other.getReason());
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
