package spine.evaluate.internal.measure;

import java.util.function.DoubleFunction;
import spine.agreement.Estimate;
import spine.agreement.decision.Proportion;

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

    /** The same of an estimate by its confidence, or nothing if it is undefined. */
    public static Metric ratio(String name, DoubleFunction<Estimate> estimate, String basis) {
        return ratio(name, MetricValue.of(estimate), basis);
    }

    /** A proportion of patients, with Wilson's interval; nothing if there are none. */
    public static Metric share(String name, long hits, long of, String basis) {
        return ratio(name, confidence -> Proportion.of(hits, of, confidence), basis);
    }

    /** Points of a score, with two decimals. */
    public static Metric points(String name, MetricValue estimate, String basis) {
        return new Metric(name, estimate, 2, basis);
    }

    /** The same of an estimate by its confidence, or nothing if it is undefined. */
    public static Metric points(String name, DoubleFunction<Estimate> estimate, String basis) {
        return points(name, MetricValue.of(estimate), basis);
    }
}
