package spine.phantom.internal.standard.regions;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.spine.Demographics;

/**
 * Distances of fascia and skin in front of and behind the spine, by level (C2 = 0, S1 = 23), mm. Immutable.
 */
final class BodyHabitus {
    private static final double[] AT = {-2, 0, 3, 6, 10, 14, 18, 21, 23, 27};
    private static final double[] MUSCLE_BEHIND = {44, 48, 50, 50, 48, 50, 58, 60, 48, 34};
    private static final double[] FAT_BEHIND = {7, 7, 9, 12, 11, 11, 14, 20, 24, 30};
    private static final double[] FRONT = {70, 62, 48, 62, 105, 135, 120, 105, 105, 95};
    private static final double[] FAT_FRONT = {5, 6, 5, 8, 9, 13, 24, 28, 26, 24};

    private final double size;
    private final double fat;
    private final double belly;

    BodyHabitus(Demographics demographics, SeededRandom random) {
        size = demographics.scale() * random.normal(1, 0.11);
        fat = 0.35 + 2.1 * demographics.adiposity();
        belly = random.normal(0.88, 0.16) + 0.35 * demographics.adiposity();
    }

    double fasciaBehind(double level) {
        return at(MUSCLE_BEHIND, level) * size;
    }

    double skinBehind(double level) {
        return fasciaBehind(level) + at(FAT_BEHIND, level) * fat;
    }

    double fasciaFront(double level) {
        return at(FRONT, level) * size * (level > 12 ? belly : 1);
    }

    double skinFront(double level) {
        return fasciaFront(level) + at(FAT_FRONT, level) * fat;
    }

    private static double at(double[] table, double level) {
        if (level <= AT[0]) {
            return table[0];
        }
        for (int i = 1; i < AT.length; i++) {
            if (level <= AT[i]) {
                double t = (level - AT[i - 1]) / (AT[i] - AT[i - 1]);
                return table[i - 1] + (table[i] - table[i - 1]) * t * t * (3 - 2 * t);
            }
        }
        return table[table.length - 1];
    }
}
