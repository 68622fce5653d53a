package spine.dicomweb.internal.http;

import java.io.IOException;

/** What is kept of an object cannot be given as it was asked for; the message is a sentence for the client, with its UID and no path. */
public final class DamagedObjectException extends IOException {
    private static final long serialVersionUID = 1;

    public DamagedObjectException(String sentence) {
        super(sentence);
    }
}
