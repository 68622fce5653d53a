package spine.io.dimse.internal.association;

import spine.io.dimse.NetworkException;
import spine.io.dimse.internal.pdu.Rejection;
import spine.io.dimse.toolkit.PeerWords;

/** An association was not granted, by either side. */
public final class RejectedException extends NetworkException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    RejectedException(Rejection rejection) {
        super(PeerWords.rejected(rejection.result(), rejection.source(), rejection.reason()));
        this.passing = rejection.isTransient();
    }

    /** Whether it may be granted later. */
    public boolean isTransient() {
        return passing;
    }
}
