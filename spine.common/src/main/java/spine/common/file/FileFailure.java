package spine.common.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What Java says of a file that cannot be read or written, in words for a person. */
public final class FileFailure {

    private FileFailure() {
    }

    /** One sentence that names the file, where Java names it. */
    public static String sentence(IOException failure) {
        return named(failure) ? reason(failure) + "." : "A file could not be read or written: " + reason(failure) + ".";
    }

    /** The same without the full stop, for a sentence that says which file could not be read or written. */
    public static String reason(IOException failure) {
        if (named(failure)) {
            FileSystemException file = (FileSystemException) failure;
            return file.getFile() + " " + words(file);
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static boolean named(IOException failure) {
        return failure instanceof FileSystemException file && file.getFile() != null;
    }

    private static String words(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (failure instanceof AccessDeniedException) {
            return "may not be read or written by this user";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return failure.getReason() == null ? "exists already" : "exists already: " + failure.getReason();
        }
        if (failure instanceof NotDirectoryException) {
            return "is no folder";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "is not empty";
        }
        return "cannot be read or written" + (failure.getReason() == null ? "" : ": " + failure.getReason());
    }
}
