package spine.phantom.internal.standard.body;

import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.tissue.Tissue;

/**
 * Variation of the disc signal that does not depend on degeneration: a mean of the patient, a scatter between discs, and the extent of
 * the nucleus. Immutable.
 */
final class DiscSignal {
    private final double[] gain = new double[Levels.COUNT];
    private final double nucleus;
    private final double border;
    private final double annulus;
    private final Tissue cartilage;

    DiscSignal(SeededRandom random) {
        double level = switch (random.weighted(56, 30, 14)) {
            case 0 -> random.normal(0, 0.3);
            case 1 -> random.uniform(-1.7, -0.6);
            default -> random.uniform(0.3, 0.75);
        };
        double scatter = random.chance(0.4) ? random.uniform(0.25, 0.6) : random.uniform(0.03, 0.2);
        nucleus = random.chance(0.25) ? random.uniform(0.8, 1.4) : random.uniform(0.25, 0.7);
        border = random.chance(0.7) ? random.uniform(0.3, 1.8) : 0.5;
        cartilage = random.chance(0.5) ? Tissue.DISC_DRY : Tissue.ANNULUS;
        annulus = random.chance(0.6) ? random.uniform(1, 5) : 1.2;
        for (int i = 0; i < gain.length; i++) {
            gain[i] = Math.max(0.12, Math.min(2.4, StrictMath.exp(level + random.normal(0, scatter))));
        }
    }

    /** Square of the radius of the nucleus as a share of that of the disc; above 1 no annulus is visible at the sides. */
    double nucleus() {
        return nucleus;
    }

    /**
     * Thickness of the dark cartilage and annulus between endplate and nucleus, mm; it leaves at least half of the disc to the nucleus.
     *
     * @param height of the disc, mm
     */
    double border(double height) {
        return Math.min(border, height / 4);
    }

    /** What lies between endplate and nucleus. */
    Tissue cartilage() {
        return cartilage;
    }

    /** Thickness of the dark outer annulus at the front, the back and the sides, mm. */
    double annulus() {
        return annulus;
    }

    /** Factor on the water signal of the disc below a vertebra. */
    double gain(int disc) {
        return gain[disc];
    }
}
