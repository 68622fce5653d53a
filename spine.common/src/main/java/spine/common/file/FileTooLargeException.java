package spine.common.file;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file is larger than any of its kind, and was not read. */
public final class FileTooLargeException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    FileTooLargeException(Path file, int most) {
        super(file.toString(), null, "it has more than " + (most < 1 << 20 ? most + " bytes" : (most >> 20) + " MB")
                + ", which no such file has");
    }
}
