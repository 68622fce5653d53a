package spine.api.service;

import java.util.Objects;

/**
 * What a result folder holds, seen from a request.
 *
 * @param state what it is
 * @param reason a sentence on what differs: from the request if {@link State#OUTDATED}, from what was written if a person changed it; else
 *     empty. A {@link State#CURRENT} result can have been changed too
 */
public record ExistingResult(State state, String reason) {

    /** What a result folder can hold. */
    public enum State {
        /** Nothing. */
        NONE,
        /** The result of the same request, by the same providers and settings, of the same input. */
        CURRENT,
        /** A result as it was written, of another input, request, provider or setting. */
        OUTDATED,
        /** Something that was not written by this platform, or was changed since. */
        CHANGED
    }

    public ExistingResult {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
    }
}
