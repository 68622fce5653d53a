package spine.pipeline;

/** A part that somebody added has failed or does not come back. The message is one sentence for a person. */
public final class ProviderFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
