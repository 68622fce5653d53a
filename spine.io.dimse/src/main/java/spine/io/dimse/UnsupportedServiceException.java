package spine.io.dimse;

/** A node answers, but does not offer what was asked for. The message is a sentence for a person. */
public final class UnsupportedServiceException extends NetworkException {
    private static final long serialVersionUID = 1L;

    public UnsupportedServiceException(String sentence) {
        super(sentence);
    }
}
