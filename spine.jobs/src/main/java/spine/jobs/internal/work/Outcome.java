package spine.jobs.internal.work;

import java.util.Optional;

import spine.api.job.JobState;

/**
 * What came of scoring a study.
 *
 * @param failure the state that the job gets if there is no result; empty if there is one
 * @param reason one sentence on why there is none, or on a result without a spine; else empty
 */
record Outcome(Optional<JobState> failure, String reason) {

    static Outcome result(String reason) {
        return new Outcome(Optional.empty(), reason);
    }

    /** The images cannot be scored, now or later. */
    static Outcome unusable(String reason) {
        return new Outcome(Optional.of(JobState.FAILED), reason);
    }

    /** A person can mend it. */
    static Outcome attention(String reason) {
        return new Outcome(Optional.of(JobState.NEEDS_ATTENTION), reason);
    }
}
