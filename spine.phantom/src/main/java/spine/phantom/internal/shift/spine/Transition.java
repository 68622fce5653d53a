package spine.phantom.internal.shift.spine;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.prior.SpinePriors;

/**
 * The lumbosacral junction. Of a transitional vertebra the disc tells most in the sagittal plane: that above a sacralised L5 is
 * rudimentary, that below a lumbarised S1 well formed, and such an S1 is square (O'Driscoll et al., Skeletal Radiol 1996;25:225-30).
 *
 * @param disc the disc that differs, C2/3 being 0; -1 for none
 * @param height factor on its height
 * @param wet water of its nucleus
 * @param taper factor on the taper of S1
 */
record Transition(int disc, double height, double wet, double taper) {

    /** @param s1 index of S1 */
    static Transition draw(SpinePriors priors, int s1, SeededRandom random) {
        if (!random.chance(priors.transitional())) {
            return new Transition(-1, 1, 0, 1);
        }
        return random.chance(0.5) ? new Transition(s1 - 1, random.uniform(0.25, 0.5), random.uniform(0, 0.15), 1)
                : new Transition(s1, random.uniform(1.8, 3), random.uniform(0.4, 0.9), random.uniform(0.2, 0.5));
    }

    /** Factor on the height of a disc. */
    double height(int index) {
        return index == disc ? height : 1;
    }

    /** Water of the nucleus of a disc that would have so much. */
    double wet(int index, double usual) {
        return index == disc ? wet : usual;
    }
}
