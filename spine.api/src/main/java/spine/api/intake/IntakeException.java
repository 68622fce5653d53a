package spine.api.intake;

import java.io.IOException;
import java.util.Objects;

/** An object is not taken; the message is a sentence that says why, without data of a patient. */
public final class IntakeException extends IOException {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    /** Why, for the door to answer in its own protocol. */
    public enum Reason {
        /** There is no room: disk, queue. Later there may be (DIMSE status 0xA700, HTTP 507). */
        FULL,
        /** The object or its study is larger than what is taken (0xA700, HTTP 413). */
        TOO_LARGE,
        /** It is not DICOM, is damaged, or lacks what tells where it belongs (0xC000, HTTP 400 or 409). */
        UNUSABLE
    }

    public IntakeException(Reason reason, String sentence) {
        super(sentence);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    public Reason reason() {
        return reason;
    }
}
