package spine.api.service;

import java.util.Objects;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;

/**
 * A lesion that was put into images.
 *
 * @param vertebra the body it lies in
 * @param unit the unit it belongs to
 * @param place where in the body, in words
 * @param pixels pixels of its truth on all images
 */
public record InsertedLesion(Vertebra vertebra, DiscLevel unit, String place, int pixels) {

    public InsertedLesion {
        Objects.requireNonNull(vertebra, "vertebra");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(place, "place");
    }
}
