package spine.jobs.internal.delivery;

/**
 * How often a destination is tried.
 *
 * @param attempts for the results of one job, above 0
 * @param firstMillis after the first attempt
 * @param longestMillis between two attempts
 */
public record RetryRule(int attempts, long firstMillis, long longestMillis) {

    /** Twice as long each time. */
    long delayAfter(int attempt) {
        return Math.min(longestMillis, firstMillis << Math.min(attempt - 1, 30));
    }
}
