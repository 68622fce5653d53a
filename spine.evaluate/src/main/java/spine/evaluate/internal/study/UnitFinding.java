package spine.evaluate.internal.study;

import java.util.Map;

/**
 * One unit that is present.
 *
 * @param score its score
 * @param confidence how sure its name is, 0 to 1
 * @param deep slices of the window with the point for depth, 0 to 3
 * @param intense slices of the window with the point for intensity, 0 to 3
 * @param slices by SOP instance UID, every slice that shows oedema of the unit, inside the window or not
 */
public record UnitFinding(double score, double confidence, int deep, int intense, Map<String, SlicePoints> slices) {
    /** Stands for a unit that a report does not have. */
    public static final UnitFinding ABSENT = new UnitFinding(0, Double.NaN, 0, 0, Map.of());

    public UnitFinding {
        slices = Map.copyOf(slices);
    }
}
