package spine.io.dimse;

import java.time.Duration;

/**
 * What a node may take of the one that queries it or retrieves from it.
 *
 * @param objects most that it may name
 * @param objectBytes largest data set that is taken
 * @param silence how long it may take until it says the next thing: many archives say nothing while they fetch from a slower store
 */
public record RetrieveLimits(int objects, long objectBytes, Duration silence) {

    public RetrieveLimits {
        if (objects < 1 || objectBytes < 1 || silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("a limit of a retrieval is out of range");
        }
    }
}
