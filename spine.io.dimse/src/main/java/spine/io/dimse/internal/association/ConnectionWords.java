package spine.io.dimse.internal.association;

import java.io.IOException;
import spine.io.dimse.NetworkException;
import spine.io.dimse.internal.pdu.AbortedException;
import spine.io.dimse.internal.pdu.ProtocolException;

/** What broke an association, as a phrase for a person. */
public final class ConnectionWords {

    private ConnectionWords() {
    }

    public static String of(IOException failure) {
        if (failure instanceof ProtocolException) {
            return "the other side does not speak DICOM as it should: " + failure.getMessage();
        }
        boolean told = failure instanceof NetworkException || failure instanceof AbortedException || failure instanceof RejectedException;
        return told ? failure.getMessage() : "the connection broke";
    }
}
