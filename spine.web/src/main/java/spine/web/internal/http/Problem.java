package spine.web.internal.http;

import java.util.Objects;

/** A request is refused; the message is a sentence for whoever asked, without data of a patient. */
public final class Problem extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;
    private final long retrySeconds;

    /** @param status of HTTP, 400 to 599 */
    public Problem(int status, String sentence) {
        this(status, sentence, 0);
    }

    /** @param retrySeconds after which another attempt is of use; 0 if that is not known */
    public Problem(int status, String sentence, long retrySeconds) {
        super(Objects.requireNonNull(sentence, "sentence"));
        this.status = status;
        this.retrySeconds = retrySeconds;
    }

    public int status() {
        return status;
    }

    public long retrySeconds() {
        return retrySeconds;
    }
}
