package spine.api;

/**
 * Input that cannot be used. The message is one sentence for a person, names the file, folder or series and
 * the reason, and holds no patient data. The command line prints it and ends with exit code 3. A kind of input that somebody treats in
 * another way has a subclass of its own.
 */
public class UnusableInputException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message one complete sentence, not null */
    public UnusableInputException(String message) {
        super(message);
    }

    /** @param message one complete sentence, not null; {@code cause} goes to the log only */
    public UnusableInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
