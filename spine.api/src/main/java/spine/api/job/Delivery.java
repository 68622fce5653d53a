package spine.api.job;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of the results of a job at one destination.
 *
 * @param destination name of the destination
 * @param accepted objects that it has acknowledged
 * @param objects objects that it is to get
 * @param attempts how often it was tried
 * @param next when it is tried again; empty if all is accepted, or if it was given up
 * @param reason a sentence on what went wrong at the last attempt, or on what may have been sent twice; empty if nothing did
 */
public record Delivery(String destination, int accepted, int objects, int attempts, Optional<Instant> next, String reason) {

    public Delivery {
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(reason, "reason");
    }

    /** Whether the destination has everything. */
    public boolean isComplete() {
        return accepted == objects;
    }
}
