package spine.api.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to do with one study.
 *
 * @param indexes ids of the indices to compute, at least one
 * @param formats formats to write, may be empty
 * @param folder the study's own result folder; it must not exist yet or it is replaced as a whole
 * @param pseudonymKey file with the secret that a pseudonym of the patient is derived from, for the label of the study; empty: none
 * @param studyDate whether the label of the study tells its date
 */
public record ScoringRequest(List<String> indexes, List<String> formats, Path folder, Optional<Path> pseudonymKey, boolean studyDate) {

    public ScoringRequest {
        indexes = List.copyOf(indexes);
        formats = List.copyOf(formats);
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(pseudonymKey, "pseudonymKey");
    }

    /** The same with another label. */
    public ScoringRequest labelled(Optional<Path> key, boolean date) {
        return new ScoringRequest(indexes, formats, folder, key, date);
    }

    /** A request for results that carry UIDs only. */
    public ScoringRequest(List<String> indexes, List<String> formats, Path folder) {
        this(indexes, formats, folder, Optional.empty(), false);
    }
}
