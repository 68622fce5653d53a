package spine.phantom.internal.core.lesion;

import java.util.List;
import java.util.Set;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;

/** Where the marrow of a patient is inflamed. Safe for many threads. */
public interface MarrowInflammation {

    /** The vertebrae with inflammation, C2 = 0, in order. */
    List<Integer> inflamed();

    /** Inflammation and what resembles it, anywhere in the patient. */
    Set<LesionType> types();

    /** Whether the point, located in the body of the vertebra, is inflamed marrow that counts. */
    boolean oedema(int vertebra, BodyCoordinates point);

    /** Whether inflammation at a point, located in the body of the vertebra, would count: the dens and the lower half of S1 do not. */
    static boolean counts(int vertebra, BodyCoordinates point) {
        return point.inside && !point.dens && !(vertebra == Levels.S1 && point.cranial < 0);
    }
}
