package spine.phantom.internal.core.lesion;

import java.util.List;
import java.util.Set;
import spine.phantom.internal.core.geometry.BodyCoordinates;

/** Where the marrow of a patient is inflamed. Safe for many threads. */
public interface MarrowInflammation {

    /** The vertebrae with inflammation, C2 = 0, in order. */
    List<Integer> inflamed();

    /** The types of all lesions of the patient, mimics included. */
    Set<LesionType> types();

    /** What became of every lesion that is scored since the time point before, by number; none at the first time point. */
    List<LesionChange> changes();

    /** Whether the point, located in the body of the vertebra, is inflamed marrow that is scored. */
    boolean oedema(int vertebra, BodyCoordinates point);

    /**
     * Whether inflammation at a point, located in the body of the vertebra, is scored: not in the dens, not in the lower half of S1.
     *
     * @param s1 index of S1
     */
    static boolean counts(int vertebra, int s1, BodyCoordinates point) {
        return point.inside && !point.dens && !(vertebra == s1 && point.cranial < 0);
    }
}
