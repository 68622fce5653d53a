package spine.api.score;

import java.util.List;
import spine.api.anatomy.DiscovertebralUnit;

/**
 * The record of one unit.
 *
 * @param unit the unit; one that is not present scores 0 and has no slices
 * @param score its score, at least 0
 * @param window SOP instance UIDs of the slices that make the score, in stack order; empty when the score is 0
 * @param slices every slice with at least one positive quadrant, in stack order, not only those of the window
 */
public record UnitScore(DiscovertebralUnit unit, double score, List<String> window, List<SliceFinding> slices) {

    public UnitScore {
        window = List.copyOf(window);
        slices = List.copyOf(slices);
    }
}
