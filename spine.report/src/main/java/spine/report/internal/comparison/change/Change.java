package spine.report.internal.comparison.change;

import java.util.OptionalDouble;
import spine.api.comparison.ComparisonSummary.Verdict;

/**
 * A change between two values.
 *
 * @param first the earlier value; NaN if there is none
 * @param last the later value; NaN if there is none
 * @param detectable smallest detectable change; empty where it is not known or does not hold
 * @param important minimal important change; empty where none was published
 */
public record Change(double first, double last, OptionalDouble detectable, OptionalDouble important) {
    /** Scores have two decimals in reports. */
    private static final double STEP = 0.005;

    /** Below 0 where there is less inflammation; NaN where a value is missing. */
    public double difference() {
        return last - first;
    }

    public boolean known() {
        return !Double.isNaN(difference());
    }

    public Verdict verdict() {
        if (!known() || detectable.isEmpty()) {
            return Verdict.UNDETERMINED;
        }
        if (Math.abs(difference()) <= detectable.getAsDouble()) {
            return Verdict.NO_DETECTABLE_CHANGE;
        }
        return difference() < 0 ? Verdict.IMPROVED : Verdict.WORSE;
    }

    public boolean none() {
        return Math.abs(difference()) < STEP;
    }

    /** Whether it is as large as a change that matters to patients; false where nobody knows. */
    public boolean isImportant() {
        return known() && important.isPresent() && Math.abs(difference()) >= important.getAsDouble();
    }
}
