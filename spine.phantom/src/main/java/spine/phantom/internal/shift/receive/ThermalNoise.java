package spine.phantom.internal.shift.receive;

import spine.phantom.internal.core.random.NormalDeviates;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.prior.Range;

/** Thermal noise, amplified in bands by the geometry factor of parallel imaging. Immutable. */
final class ThermalNoise {
    private final double level;
    private final double raised;
    private final int folds;
    private final double shifted;

    ThermalNoise(Range noise, SeededRandom random) {
        level = StrictMath.exp(random.uniform(StrictMath.log(noise.low()), StrictMath.log(noise.high())));
        boolean parallel = random.chance(0.55);
        raised = parallel ? random.uniform(0.2, 1.3) : 0;
        folds = random.between(2, 3);
        shifted = random.uniform(-0.08, 0.08);
    }

    /** Standard deviation at a position along the phase-encoding direction, 0..1. */
    double at(double share) {
        double x = (share + shifted) * folds;
        double off = x - Math.floor(x) - 0.5;
        double edge = share < 0.5 / folds || share > 1 - 0.5 / folds ? 0.25 : 1;
        return level * (1 + raised * edge * StrictMath.exp(-off * off * 18));
    }

    /** The noise of a slice. */
    static NormalDeviates source(SeededRandom random, int slice) {
        return new NormalDeviates(random.child("noise", slice).nextLong());
    }
}
