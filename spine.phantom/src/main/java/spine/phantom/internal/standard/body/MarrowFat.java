package spine.phantom.internal.standard.body;

import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.spine.Demographics;

/**
 * Fat fraction of the marrow, which rises with age: a trend along the spine, differences between neighbours, patches, and the normal
 * bands of red marrow under the endplates. Immutable.
 */
public final class MarrowFat {
    private final double[] fat = new double[Levels.COUNT];
    private final double[] band = new double[Levels.COUNT];
    private final double patchiness;
    private final double bandHeight;

    MarrowFat(Demographics demographics, SeededRandom random) {
        double mean = random.chance(0.5) ? 0.3 + (demographics.age() - 20) / 60.0 * 0.3 + random.normal(0, 0.07)
                + (demographics.male() ? 0.03 : 0)
                : random.uniform(0.1, 0.8);
        double trend = random.normal(0, 0.12);
        double scatter = random.chance(0.25) ? random.uniform(0.07, 0.13) : random.uniform(0.01, 0.07);
        patchiness = random.chance(0.3) ? random.uniform(0.14, 0.34) : random.uniform(0.02, 0.14);
        double banded = random.chance(0.4) ? random.uniform(0.1, 0.6) : 0;
        bandHeight = random.uniform(1.8, 5);
        for (int i = 0; i < fat.length; i++) {
            double region = i < Levels.T1 ? 0.02 : i < Levels.L1 ? -0.03 : (i - Levels.L1) * 0.02;
            double along = trend * (i - 12) / 12.0;
            fat[i] = Math.max(0.08, Math.min(0.85, mean + region + along + random.normal(0, scatter)));
            band[i] = Math.max(0, banded * random.normal(1, 0.3));
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

    /** Share of the fat at a point of a body that is replaced by red marrow under an endplate, 0..1. */
    double red(int vertebra, BodyCoordinates point) {
        double depth = Math.min(point.fromUpper, point.fromLower);
        return band[vertebra] == 0 || depth > bandHeight * 1.6 ? 0
                : band[vertebra] * Math.max(0, Math.min(1, (bandHeight * 1.6 - depth) / (bandHeight * 0.8)));
    }
}
