package spine.evaluate.internal.partial;

import java.util.Optional;
import spine.api.anatomy.DiscLevel;
import spine.evaluate.internal.study.ImageMasks;

/**
 * A lesion of which a truth knows.
 *
 * @param unit the unit it belongs to, if told
 * @param vertebra the body it lies in, such as {@code L3}; empty if not told
 * @param place where in the body, in words; may be empty
 * @param ratio signal of the lesion over that of the marrow, if it was put in; NaN for a lesion of the patient
 * @param masks its pixels; empty if it was not outlined
 */
public record KnownLesion(Optional<DiscLevel> unit, String vertebra, String place, double ratio, ImageMasks masks) {

    /** Whether its pixels are known. */
    public boolean outlined() {
        return !masks.isEmpty();
    }

    /** Whether it was put into the images. */
    public boolean inserted() {
        return !Double.isNaN(ratio);
    }

    /** Whether the body is the lesion's; where that is not told, whether it is one of its unit. */
    public boolean concerns(String body) {
        return !vertebra.isEmpty() ? vertebra.equals(body)
                : unit.filter(level -> level.upper().name().equals(body) || level.lower().name().equals(body)).isPresent();
    }
}
