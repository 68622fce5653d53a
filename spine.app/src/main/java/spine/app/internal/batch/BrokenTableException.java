package spine.app.internal.batch;

import java.io.IOException;

/** A file has the name of a table and is none; the message is a sentence without its full stop that names the file. */
public final class BrokenTableException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenTableException(String message, Throwable cause) {
        super(message, cause);
    }
}
