package spine.pipeline;

/** A provider (model, index, reader, ...) failed or did not answer in time. The message is one sentence for a person. */
public final class ProviderFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProviderFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
