package spine.phantom.internal.standard.receive;

import spine.phantom.internal.core.random.SeededRandom;

/** Scaling of a magnitude to a stored pixel: an arbitrary factor, in some examinations after a power law. Immutable. */
final class PixelScaling {
    private static final double MOST = 65535;
    private final double scale;
    private final double bend;

    PixelScaling(SeededRandom random) {
        scale = StrictMath.exp(random.uniform(StrictMath.log(150), StrictMath.log(4000)));
        bend = random.chance(0.3) ? random.uniform(0.8, 1.25) : 1;
    }

    /**
     * The stored pixel, a whole number.
     *
     * @param magnitude in units of the signal of still CSF
     */
    float pixel(double magnitude) {
        double shown = bend == 1 ? magnitude : StrictMath.pow(magnitude, bend);
        return (float) Math.min(MOST, Math.rint(shown * scale));
    }
}
