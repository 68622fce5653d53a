package spine.io.dimse.internal.association;

import java.io.IOException;
import spine.io.dimse.internal.pdu.Rejection;

/** An association was not granted, by either side. */
public final class RejectedException extends IOException {
    private static final long serialVersionUID = 1L;

    RejectedException(Rejection rejection) {
        super("the association is rejected" + (rejection.isTransient() ? " for now" : "") + ": " + rejection.words());
    }
}
