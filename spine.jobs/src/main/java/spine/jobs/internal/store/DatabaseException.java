package spine.jobs.internal.store;

import java.io.IOException;
import java.sql.SQLException;

import org.h2.api.ErrorCode;

import spine.common.text.Sentence;

/** The database does not do what it should; the message is a sentence. */
public final class DatabaseException extends IOException {
    private static final long serialVersionUID = 1;

    DatabaseException(String sentence) {
        super(sentence);
    }

    /** @param cause its first line is told, but neither the statement nor the code, which some drivers add */
    DatabaseException(Exception cause) {
        super(isInUse(cause) ? "The database of the jobs is in use by another process that serves this home."
                : "The database of the jobs cannot be used: " + words(cause), cause);
    }

    private static boolean isInUse(Exception cause) {
        return cause instanceof SQLException failure && failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
    }

    private static String words(Exception cause) {
        String message = String.valueOf(cause.getMessage());
        return Sentence.of(message.split("\\R|; SQL statement| \\[[0-9]", 2)[0].strip());
    }
}
