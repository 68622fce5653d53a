package spine.phantom.internal.standard.regions;

import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;

/** Segmental vessels on the anterior wall of the bodies at mid-height, bright by their slow blood; in some patients. Immutable. */
final class SegmentalVessels {
    private final double[] half = new double[Levels.COUNT];
    private final double[] thick = new double[Levels.COUNT];

    SegmentalVessels(SeededRandom random) {
        double share = random.chance(0.5) ? random.uniform(0.1, 0.8) : 0;
        for (int i = 0; i < half.length; i++) {
            half[i] = i > 2 && random.chance(share) ? random.uniform(0.06, 0.2) : 0;
            thick[i] = random.uniform(1, 3.8);
        }
    }

    /**
     * Whether a point lies in such a vessel.
     *
     * @param level C2 = 0
     * @param front distance in front of the wall, mm
     */
    boolean at(double level, double front) {
        int vertebra = (int) Math.rint(level);
        if (front > 4 || vertebra < 0 || vertebra >= half.length || half[vertebra] == 0) {
            return false;
        }
        double along = (level - vertebra) / half[vertebra];
        double across = (front - 0.2) / thick[vertebra];
        return along * along + across * across < 1;
    }
}
