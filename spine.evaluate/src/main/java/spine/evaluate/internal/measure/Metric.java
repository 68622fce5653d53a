package spine.evaluate.internal.measure;

import spine.evaluate.internal.stats.Estimate;

/**
 * One line of an evaluation.
 *
 * @param name what is measured
 * @param estimate its value and interval
 * @param decimals decimals to show
 * @param basis what it is computed from, such as {@code 9 of 50 studies}; may be empty
 */
public record Metric(String name, Estimate estimate, int decimals, String basis) {

    /** A number of things. */
    public static Metric count(String name, long number, String basis) {
        return new Metric(name, Estimate.of(number), 0, basis);
    }

    /** A proportion or coefficient, with three decimals. */
    public static Metric ratio(String name, Estimate estimate, String basis) {
        return new Metric(name, estimate, 3, basis);
    }

    /** Points of a score, with two decimals. */
    public static Metric points(String name, Estimate estimate, String basis) {
        return new Metric(name, estimate, 2, basis);
    }
}
