package spine.api.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import spine.api.report.Predecessor;

/**
 * What to do with one study.
 *
 * @param indexes ids of the indices to compute, at least one; repeated ones count once
 * @param formats formats to write, may be empty; repeated ones count once
 * @param folder the study's own result folder; an older result there is replaced as a whole
 * @param overwrite whether what a person changed, or what is no result, is replaced too; it is kept beside under another name then
 * @param pseudonymKey file with the secret that a pseudonym of the patient is derived from, for the label of the study; empty: none
 * @param studyDate whether the label of the study tells its date
 * @param predecessor the result in whose place the new one comes; empty if there is none
 */
public record ScoringRequest(List<String> indexes, List<String> formats, Path folder, boolean overwrite, Optional<Path> pseudonymKey,
        boolean studyDate, Optional<Predecessor> predecessor) {

    public ScoringRequest {
        indexes = indexes.stream().distinct().toList();
        formats = formats.stream().distinct().toList();
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(pseudonymKey, "pseudonymKey");
        Objects.requireNonNull(predecessor, "predecessor");
    }

    /** A request for results that come in no other's place. */
    public ScoringRequest(List<String> indexes, List<String> formats, Path folder, boolean overwrite, Optional<Path> pseudonymKey,
            boolean studyDate) {
        this(indexes, formats, folder, overwrite, pseudonymKey, studyDate, Optional.empty());
    }

    /** A request for results that carry UIDs only, and replace nothing but an unchanged result. */
    public ScoringRequest(List<String> indexes, List<String> formats, Path folder) {
        this(indexes, formats, folder, false, Optional.empty(), false);
    }

    /** The same with another label. */
    public ScoringRequest labelled(Optional<Path> key, boolean date) {
        return new ScoringRequest(indexes, formats, folder, overwrite, key, date, predecessor);
    }

    /** The same in the place of another result. */
    public ScoringRequest replacing(Optional<Predecessor> other) {
        return new ScoringRequest(indexes, formats, folder, overwrite, pseudonymKey, studyDate, other);
    }
}
