package spine.api.deidentification;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What to de-identify, and how.
 *
 * @param source a folder or a file
 * @param target folder; does not exist yet
 * @param key file that new identifiers are derived from, made if it does not exist
 * @param retainUids whether UIDs stay as they are (Retain UIDs Option)
 * @param shiftDates whether dates are moved by some days, the same for all of a patient, in place of being removed (Retain Longitudinal
 *     Temporal Information with Modified Dates Option)
 */
public record DeidentificationRequest(Path source, Path target, Path key, boolean retainUids, boolean shiftDates) {

    public DeidentificationRequest {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(key, "key");
    }
}
