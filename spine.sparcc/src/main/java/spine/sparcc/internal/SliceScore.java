package spine.sparcc.internal;

import java.util.Set;
import spine.api.score.Quadrant;

/**
 * What is positive of one unit on one slice, and the score that makes.
 *
 * @param quadrants the positive quadrants
 * @param deep whether a lesion is deep
 * @param intense whether a lesion is as bright as fluid
 */
record SliceScore(Set<Quadrant> quadrants, boolean deep, boolean intense) {

    /** The highest score: four quadrants, depth and intensity. Literature: Maksymowych et al. 2005. */
    static final int HIGHEST = 6;

    SliceScore {
        quadrants = Set.copyOf(quadrants);
    }

    /** 0..6; depth and intensity count only beside a positive quadrant. */
    int score() {
        return quadrants.isEmpty() ? 0 : quadrants.size() + (deep ? 1 : 0) + (intense ? 1 : 0);
    }
}
