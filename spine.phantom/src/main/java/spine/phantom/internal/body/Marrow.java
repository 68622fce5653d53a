package spine.phantom.internal.body;

import spine.phantom.internal.random.Seeded;
import spine.phantom.internal.spine.Build;
import spine.phantom.internal.spine.Levels;

/** Fat fraction of the marrow: more with age, towards the sacrum and the neck, differing a little between neighbours. */
public final class Marrow {
    private final double[] fat = new double[Levels.COUNT];
    private final double patchiness;

    Marrow(Build build, Seeded random) {
        double mean = 0.3 + (build.age() - 20) / 60.0 * 0.3 + random.normal(0, 0.07) + (build.male() ? 0.03 : 0);
        patchiness = random.chance(0.2) ? random.uniform(0.14, 0.3) : random.uniform(0.03, 0.14);
        for (int i = 0; i < fat.length; i++) {
            double region = i < Levels.T1 ? 0.02 : i < Levels.L1 ? -0.03 : (i - Levels.L1) * 0.02;
            fat[i] = Math.max(0.12, Math.min(0.85, mean + region + random.normal(0, 0.03)));
        }
    }

    /** Mean fat fraction of a vertebra, 0..1. */
    public double fat(int vertebra) {
        return fat[vertebra];
    }

    /** Amplitude of the variation of the fat fraction inside a vertebra. */
    public double patchiness() {
        return patchiness;
    }
}
