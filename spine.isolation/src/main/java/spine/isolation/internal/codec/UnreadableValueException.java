package spine.isolation.internal.codec;

import java.io.IOException;

/** The bytes are not what they should be. The message is a part of a sentence and says nothing of what they contain. */
public final class UnreadableValueException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreadableValueException(String message) {
        super(message);
    }
}
