package spine.api.service;

import java.util.Objects;
import java.util.Optional;

/**
 * What a result folder holds, seen from a request.
 *
 * @param state what it is
 * @param reason a sentence on what differs: from the request if {@link State#OUTDATED}, from what was written if a person changed it; else
 *     empty. A {@link State#CURRENT} result can have been changed too
 * @param noSpine of a {@link State#CURRENT} result: why its images are taken for no spine, a sentence; else, and for a spine, empty
 */
public record ExistingResult(State state, String reason, Optional<String> noSpine) {

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
        Objects.requireNonNull(noSpine, "noSpine");
    }

    /** Of a spine, or of what is no current result. */
    public ExistingResult(State state, String reason) {
        this(state, reason, Optional.empty());
    }
}
