package spine.dicomweb.internal.http;

import java.io.IOException;

/** There is too much to do in this moment; the message is a sentence for the client. */
public final class BusyException extends IOException {
    private static final long serialVersionUID = 1;

    public BusyException(String sentence) {
        super(sentence);
    }
}
