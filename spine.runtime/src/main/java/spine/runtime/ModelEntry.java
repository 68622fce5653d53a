package spine.runtime;

import java.util.Optional;

import spine.api.model.ModelCard;

/**
 * One model that is installed.
 *
 * @param role empty if it cannot be told
 * @param remark why it is in that state; may be empty
 * @param card of a model that could serve
 */
public record ModelEntry(String role, ModelName name, State state, String remark, Optional<ModelCard> card) {

    /** What a model does at the moment. */
    public enum State {
        /** It serves the next study. */
        SERVING("serving"),
        /** It could serve. */
        STANDBY("standby"),
        /** It runs beside the serving one; its answers are ignored. */
        SHADOW("shadow"),
        /** It is being tested. */
        TESTED("in test"),
        /** It must not serve. */
        REFUSED("refused");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
