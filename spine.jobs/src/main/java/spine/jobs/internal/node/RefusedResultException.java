package spine.jobs.internal.node;

import java.io.IOException;

/** A node does not take a result for what it is. The message is a sentence. */
public final class RefusedResultException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedResultException(String sentence) {
        super(sentence);
    }
}
