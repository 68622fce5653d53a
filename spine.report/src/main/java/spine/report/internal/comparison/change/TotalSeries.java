package spine.report.internal.comparison.change;

import java.util.List;
import java.util.OptionalDouble;
import spine.api.anatomy.DiscLevel;

/**
 * One total over time.
 *
 * @param name such as {@code total6}
 * @param maximum highest value it can have; empty if it has no limit worth naming
 * @param values one per time point as its result has it; NaN without a spine
 * @param common the same over the units that all time points with a spine show; none if the total does not follow from units
 * @param highest the units that make it at each time point, the highest first; an empty list where it is of all units
 * @param ofFirst at each time point the sum over those units that make it at the first; none where it is of all units
 */
public record TotalSeries(String name, OptionalDouble maximum, List<Double> values, List<Double> common, List<List<DiscLevel>> highest,
        List<Double> ofFirst) {

    public TotalSeries {
        values = List.copyOf(values);
        common = List.copyOf(common);
        highest = List.copyOf(highest);
        ofFirst = List.copyOf(ofFirst);
    }

    /** What is compared: the values over common units where these differ. */
    public List<Double> compared() {
        return common.isEmpty() ? values : common;
    }

    /** Whether units that are not always in view change what is compared. */
    public boolean restricted() {
        return !common.isEmpty() && !common.equals(values);
    }

    /** Whether it has another value at a time point than those units that make it at the first: it is of others then. */
    public boolean ofOthers(int at) {
        return !ofFirst.isEmpty() && !ofFirst.get(at).equals(values.get(at));
    }
}
