package spine.api.score;

import java.util.Objects;
import java.util.Set;

/**
 * What a unit shows on one slice with at least one positive quadrant.
 *
 * @param sopInstanceUid the image
 * @param quadrants the positive quadrants, at least one
 * @param deep whether a lesion of the unit reaches at least the index's depth (SPARCC: 10 mm) from its endplate
 * @param intense whether a lesion of the unit is as bright as the index's reference (SPARCC: cerebrospinal fluid)
 * @param depthMm greatest depth of a lesion from the unit's endplate, mm
 * @param areaMm2 lesion area inside the unit, mm2
 * @param intensityRatio lesion signal over reference signal; 0 if there is no reference, NaN if the index looks for none
 */
public record SliceFinding(String sopInstanceUid, Set<Quadrant> quadrants, boolean deep, boolean intense, double depthMm,
        double areaMm2, double intensityRatio) {

    public SliceFinding {
        Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
        quadrants = Set.copyOf(quadrants);
        if (quadrants.isEmpty()) {
            throw new IllegalArgumentException("a finding needs a positive quadrant");
        }
    }
}
