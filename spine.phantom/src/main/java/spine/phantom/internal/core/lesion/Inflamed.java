package spine.phantom.internal.core.lesion;

import java.util.List;
import java.util.Set;
import spine.phantom.internal.core.geometry.BodyPoint;
import spine.phantom.internal.core.geometry.Levels;

/** Where the marrow of a patient is inflamed. Safe for many threads. */
public interface Inflamed {

    /** The vertebrae with inflammation, C2 = 0, in order. */
    List<Integer> inflamed();

    /** Inflammation and what resembles it, anywhere in the patient. */
    Set<Form> forms();

    /** Whether the point, located in the body of the vertebra, is inflamed marrow that counts. */
    boolean oedema(int vertebra, BodyPoint point);

    /** Whether inflammation at a point, located in the body of the vertebra, would count: the dens and the lower half of S1 do not. */
    static boolean counts(int vertebra, BodyPoint point) {
        return point.inside && !point.dens && !(vertebra == Levels.S1 && point.cranial < 0);
    }
}
