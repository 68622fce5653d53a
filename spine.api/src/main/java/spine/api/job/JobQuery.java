package spine.api.job;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which jobs to list, the latest first.
 *
 * @param states those wanted; empty for all
 * @param studyInstanceUid of the study wanted; empty for all
 * @param before only jobs with a lower id than this, to go on where a list ended; {@link Long#MAX_VALUE} to begin
 * @param limit the most that are wanted, 1 to 1000
 */
public record JobQuery(Set<JobState> states, Optional<String> studyInstanceUid, long before, int limit) {
    /** The most that one list has. */
    public static final int MOST = 1000;

    /** @throws IllegalArgumentException with a sentence, if the limit is out of its range */
    public JobQuery {
        states = Set.copyOf(states);
        Objects.requireNonNull(studyInstanceUid, "studyInstanceUid");
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A list has 1 to " + MOST + " jobs, not " + limit + ".");
        }
    }

    /** The latest of all. */
    public static JobQuery latest(int limit) {
        return new JobQuery(Set.of(), Optional.empty(), Long.MAX_VALUE, limit);
    }

    /** All of a study, as far as one list goes. */
    public static JobQuery ofStudy(String studyInstanceUid) {
        return new JobQuery(Set.of(), Optional.of(studyInstanceUid), Long.MAX_VALUE, MOST);
    }
}
