package spine.io.dicomweb;

import java.io.IOException;

/** A server cannot be reached, refuses, or answers what it should not; the message is a sentence without data of a patient. */
public final class DicomWebException extends IOException {
    private static final long serialVersionUID = 1;
    private final boolean worthTrying;

    /** @param worthTrying false if the same request would end the same way again */
    public DicomWebException(String sentence, boolean worthTrying) {
        super(sentence);
        this.worthTrying = worthTrying;
    }

    public DicomWebException(String sentence, boolean worthTrying, Throwable cause) {
        super(sentence, cause);
        this.worthTrying = worthTrying;
    }

    public boolean isWorthTrying() {
        return worthTrying;
    }
}
