package spine.io.dimse;

import java.io.IOException;

/** A node cannot be reached, refuses or breaks off. The message is a sentence for a person. */
public class NetworkException extends IOException {
    private static final long serialVersionUID = 1L;

    public NetworkException(String sentence) {
        super(sentence);
    }

    public NetworkException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
