package spine.jobs.internal.work;

import java.io.IOException;
import java.util.Objects;

/** A result that another node gives back is not taken; the message is a sentence that says why. */
public final class GivenResultException extends IOException {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    /** Why, for the answer. */
    public enum Reason {
        /** The attempt does not count any more, or the job is not one of this node. */
        NOT_WANTED,
        /** It is not whole, is none of the study, or has what no result has. */
        UNUSABLE,
        /** It is larger than what is taken. */
        TOO_LARGE,
        /** There is too little space; later there may be more. */
        FULL
    }

    GivenResultException(Reason reason, String sentence) {
        super(sentence);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    public Reason reason() {
        return reason;
    }
}
