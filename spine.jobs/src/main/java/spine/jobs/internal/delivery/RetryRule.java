package spine.jobs.internal.delivery;

/**
 * How often a destination is tried.
 *
 * @param attempts for the results of one job, above 0
 * @param firstMillis after the first attempt
 * @param longestMillis between two attempts
 * @param absentMillis that a destination may be away until what is to be sent there is given up
 */
public record RetryRule(int attempts, long firstMillis, long longestMillis, long absentMillis) {

    /** Twice as long each time. */
    long delayAfter(int attempt) {
        return Math.min(longestMillis, firstMillis << Math.min(attempt - 1, 30));
    }
}
