package spine.api.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import spine.api.anatomy.DiscLevel;
import spine.api.score.SliceFinding;

/**
 * What a report says of one discovertebral unit by one index.
 *
 * @param level its name
 * @param present whether it is in the field of view
 * @param confidence how sure the name is, 0..1; 0 if not present
 * @param score points of the index; 0 if not present
 * @param window SOP instance UIDs of the images that make the score
 * @param slices the images with at least one positive quadrant
 * @param measures what else the index measured
 */
public record ReportedUnit(DiscLevel level, boolean present, double confidence, double score, List<String> window,
        List<SliceFinding> slices, Map<String, Double> measures) {

    public ReportedUnit {
        Objects.requireNonNull(level, "level");
        window = List.copyOf(window);
        slices = List.copyOf(slices);
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }
}
