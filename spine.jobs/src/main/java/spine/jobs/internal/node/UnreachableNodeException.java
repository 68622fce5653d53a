package spine.jobs.internal.node;

import java.io.IOException;

/** Another node cannot be reached, or does not do what it should; later it may. The message is a sentence. */
public final class UnreachableNodeException extends IOException {
    private static final long serialVersionUID = 1;

    UnreachableNodeException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
