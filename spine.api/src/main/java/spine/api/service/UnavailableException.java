package spine.api.service;

/** No model, index or writer of the wanted kind is available. The command line ends with exit code 4. */
public final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message one complete sentence that names what is missing */
    public UnavailableException(String message) {
        super(message);
    }
}
