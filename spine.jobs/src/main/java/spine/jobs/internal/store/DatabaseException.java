package spine.jobs.internal.store;

import java.io.IOException;

/** The database does not do what it should; the message is a sentence. */
public final class DatabaseException extends IOException {
    private static final long serialVersionUID = 1;

    DatabaseException(String sentence) {
        super(sentence);
    }

    /** @param cause its first line is told, but not the statement, which some drivers add */
    DatabaseException(Exception cause) {
        super("The database of the jobs cannot be used: " + words(cause), cause);
    }

    private static String words(Exception cause) {
        String message = String.valueOf(cause.getMessage());
        String first = message.split("\\R|; SQL statement", 2)[0].strip();
        return first.endsWith(".") ? first : first + ".";
    }
}
