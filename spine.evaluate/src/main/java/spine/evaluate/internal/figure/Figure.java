package spine.evaluate.internal.figure;

import spine.evaluate.internal.stats.Estimate;

/**
 * One line of an evaluation.
 *
 * @param name what it is
 * @param estimate the figure
 * @param decimals decimals that mean something
 * @param basis what it rests on, such as {@code of 50}; may be empty
 */
public record Figure(String name, Estimate estimate, int decimals, String basis) {

    /** How many of how many. */
    static Figure count(String name, long hits, long of) {
        return new Figure(name, Estimate.of(hits), 0, "of " + of);
    }

    static Figure count(String name, long number) {
        return new Figure(name, Estimate.of(number), 0, "");
    }

    static Figure share(String name, Estimate estimate) {
        return new Figure(name, estimate, 3, "");
    }

    static Figure share(String name, Estimate estimate, String basis) {
        return new Figure(name, estimate, 3, basis);
    }
}
