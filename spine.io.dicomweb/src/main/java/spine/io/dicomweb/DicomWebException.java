package spine.io.dicomweb;

import java.io.IOException;

/** A server cannot be reached, refuses, or answers what it should not; the message is a sentence without data of a patient. */
public final class DicomWebException extends IOException {
    private static final long serialVersionUID = 1;
    private final boolean worthTrying;
    private final int status;

    /** @param worthTrying false if the same request would end the same way again */
    public DicomWebException(String sentence, boolean worthTrying) {
        this(sentence, worthTrying, 0);
    }

    /** @param status of HTTP with which the server has answered */
    public DicomWebException(String sentence, boolean worthTrying, int status) {
        super(sentence);
        this.worthTrying = worthTrying;
        this.status = status;
    }

    public DicomWebException(String sentence, boolean worthTrying, Throwable cause) {
        super(sentence, cause);
        this.worthTrying = worthTrying;
        this.status = 0;
    }

    public boolean isWorthTrying() {
        return worthTrying;
    }

    /** Status of HTTP, if that was what is wrong with the answer; otherwise 0. */
    public int status() {
        return status;
    }
}
