package spine.api.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What to do with one study.
 *
 * @param indexes ids of the indices to compute, at least one
 * @param formats formats to write, may be empty
 * @param folder the study's own result folder; it must not exist yet or it is replaced as a whole
 */
public record ScoringRequest(List<String> indexes, List<String> formats, Path folder) {

    public ScoringRequest {
        indexes = List.copyOf(indexes);
        formats = List.copyOf(formats);
        Objects.requireNonNull(folder, "folder");
    }
}
