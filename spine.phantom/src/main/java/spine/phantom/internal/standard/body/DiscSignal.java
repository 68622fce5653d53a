package spine.phantom.internal.standard.body;

import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;

/**
 * Variation of the disc signal that does not depend on degeneration: a mean of the patient, a scatter between discs, and the extent of
 * the nucleus. Immutable.
 */
final class DiscSignal {
    private final double[] gain = new double[Levels.COUNT];
    private final double nucleus;

    DiscSignal(SeededRandom random) {
        double level = random.normal(0, 0.3);
        double scatter = random.chance(0.4) ? random.uniform(0.25, 0.6) : random.uniform(0.03, 0.2);
        nucleus = random.chance(0.25) ? random.uniform(0.8, 1.4) : random.uniform(0.25, 0.7);
        for (int i = 0; i < gain.length; i++) {
            gain[i] = Math.max(0.15, Math.min(2.4, StrictMath.exp(level + random.normal(0, scatter))));
        }
    }

    /** Square of the radius of the nucleus as a share of that of the disc; above 1 no annulus is visible at the sides. */
    double nucleus() {
        return nucleus;
    }

    /** Factor on the water signal of the disc below a vertebra. */
    double gain(int disc) {
        return gain[disc];
    }
}
