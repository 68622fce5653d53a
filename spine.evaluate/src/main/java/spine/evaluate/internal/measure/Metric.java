package spine.evaluate.internal.measure;

import java.util.function.Supplier;
import spine.agreement.Estimate;

/**
 * One line of an evaluation.
 *
 * @param name what is measured
 * @param estimate its value and interval
 * @param decimals decimals to show
 * @param basis what it is computed from, such as {@code 9 of 50 studies}; may be empty
 */
public record Metric(String name, MetricValue estimate, int decimals, String basis) {

    /** A number of things. */
    public static Metric count(String name, long number, String basis) {
        return new Metric(name, MetricValue.of(number), 0, basis);
    }

    /** A proportion or coefficient, with three decimals. */
    public static Metric ratio(String name, MetricValue estimate, String basis) {
        return new Metric(name, estimate, 3, basis);
    }

    /** The same of an estimate, or nothing if it is undefined. */
    public static Metric ratio(String name, Supplier<Estimate> estimate, String basis) {
        return ratio(name, MetricValue.of(estimate), basis);
    }

    /** Points of a score, with two decimals. */
    public static Metric points(String name, MetricValue estimate, String basis) {
        return new Metric(name, estimate, 2, basis);
    }

    /** The same of an estimate, or nothing if it is undefined. */
    public static Metric points(String name, Supplier<Estimate> estimate, String basis) {
        return points(name, MetricValue.of(estimate), basis);
    }
}
