package spine.isolation.internal.process;

/** The process did not answer. The message is the rest of a sentence that begins with "The process of" and names what runs in it. */
public final class ProcessFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean alive;

    ProcessFailedException(String message, boolean alive, Throwable cause) {
        super(message, cause);
        this.alive = alive;
    }

    /** Whether the process can be asked again; it has ended, or will be, if not. */
    boolean alive() {
        return alive;
    }
}
