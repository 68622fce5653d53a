package spine.api.correction;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import spine.api.anatomy.Vertebra;

/**
 * What a person corrected in the result of one study, and what to make of it.
 *
 * @param result the folder of the result of the models, whose masks may have been edited in place
 * @param masks more edited masks, each in place of those of the result on the same stack; may be empty
 * @param names right names by the names that the vertebrae have in these masks; all others are counted from them; may be empty
 * @param indexes ids of the indices to compute, beside those of the result
 * @param formats formats to write, may be empty
 * @param folder for the corrected result, does not exist yet
 */
public record CorrectionRequest(Path result, List<Path> masks, Map<Vertebra, Vertebra> names, List<String> indexes, List<String> formats,
        Path folder) {

    public CorrectionRequest {
        Objects.requireNonNull(result, "result");
        masks = List.copyOf(masks);
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        indexes = List.copyOf(indexes);
        formats = List.copyOf(formats);
        Objects.requireNonNull(folder, "folder");
    }
}
