package spine.api.job;

import java.util.Objects;

/**
 * Something happened to a job.
 *
 * @param job as it is now
 * @param step what is being done with a job that runs, in words; empty otherwise
 */
public record JobEvent(Job job, String step) {

    public JobEvent {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(step, "step");
    }
}
