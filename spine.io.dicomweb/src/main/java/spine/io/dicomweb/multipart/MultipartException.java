package spine.io.dicomweb.multipart;

import java.io.IOException;

/** A message of many parts is malformed, cut off or beyond its limits; the message is a sentence without data of a patient. */
public final class MultipartException extends IOException {
    private static final long serialVersionUID = 1;
    private final boolean tooLarge;

    MultipartException(String sentence, boolean tooLarge) {
        super(sentence);
        this.tooLarge = tooLarge;
    }

    /** Whether it is well-formed as far as it was read, and more than is taken. */
    public boolean isTooLarge() {
        return tooLarge;
    }
}
