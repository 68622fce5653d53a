package spine.isolation.internal.process;

import java.time.Duration;

/**
 * What one process may take.
 *
 * @param megabytes of Java's heap, at least 32
 * @param start until its services are activated
 * @param scoring of an index over one study
 * @param segmentation of a model over one stack
 */
public record ProcessLimits(long megabytes, Duration start, Duration scoring, Duration segmentation) {
}
