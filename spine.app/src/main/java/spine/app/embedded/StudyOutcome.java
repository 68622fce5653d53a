package spine.app.embedded;

import java.io.Serializable;

/**
 * What became of a study.
 *
 * @param study StudyInstanceUID
 * @param status what became of it
 * @param reason one sentence on why there is no score; empty if there is one
 * @param models the models that scored it, with their versions; empty if there is no result
 */
public record StudyOutcome(String study, Status status, String reason, String models) implements Serializable {

    /** What can become of a study. */
    public enum Status {
        /** It has a result. */
        SCORED,
        /** It has a result, which says that its images show no spine. */
        NO_SPINE,
        /** It has none, because of its files. */
        UNUSABLE,
        /** It has none, because something failed. */
        FAILED
    }
}
