package spine.io.dcm4che.internal;

import java.io.IOException;

/** A file asks for more than any file needs; the message is the sentence that names it. */
final class LimitExceededException extends IOException {
    LimitExceededException(String message) {
        super(message);
    }
}
