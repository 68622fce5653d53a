package spine.io.dcm4che.net.internal.guard;

import spine.io.dimse.NetworkException;

/** The peer has rejected or aborted the association, or has closed the connection in the middle. */
public final class RefusedException extends NetworkException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /** @param passing whether it may be otherwise later */
    RefusedException(String words, boolean passing) {
        super(words);
        this.passing = passing;
    }

    public boolean isTransient() {
        return passing;
    }
}
