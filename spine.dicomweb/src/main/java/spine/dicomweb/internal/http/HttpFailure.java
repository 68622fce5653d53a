package spine.dicomweb.internal.http;

/** A request is refused; the message is a sentence for the client, without data of a patient and without a path. */
public final class HttpFailure extends Exception {
    private static final long serialVersionUID = 1;
    public static final int BAD_REQUEST = 400;
    public static final int NOT_FOUND = 404;
    public static final int NOT_ACCEPTABLE = 406;
    public static final int UNSUPPORTED_MEDIA_TYPE = 415;
    public static final int SERVER_ERROR = 500;
    public static final int UNAVAILABLE = 503;

    private final int status;

    public HttpFailure(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
