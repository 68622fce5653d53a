package spine.phantom.internal.shift.regions;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.numeric.PiecewiseLinear;
import spine.phantom.internal.shift.spine.Demographics;

/** Distances of fascia and skin in front of and behind the spine, by level (C2 = 0, S1 = 23), mm. Immutable. */
final class BodyHabitus {
    private static final PiecewiseLinear MUSCLE = new PiecewiseLinear(-2, 38, 1, 42, 5, 46, 8, 40, 13, 42, 17, 48, 20, 54, 22, 52, 24, 34,
            27, 24);
    private static final PiecewiseLinear PAD = new PiecewiseLinear(-2, 4, 3, 7, 6, 14, 9, 8, 15, 9, 19, 14, 22, 22, 25, 26, 28, 30);
    private static final PiecewiseLinear TRUNK = new PiecewiseLinear(-2, 78, 0, 66, 2, 50, 4, 48, 6, 58, 9, 96, 12, 122, 16, 134, 19, 112,
            22, 96, 25, 104, 28, 96);
    private static final PiecewiseLinear LAYER = new PiecewiseLinear(-2, 3, 3, 4, 6, 7, 10, 9, 16, 14, 20, 24, 24, 26, 28, 20);
    private final double scale;
    private final double fat;
    private final double belly;
    private final double strength;

    BodyHabitus(Demographics demographics, SeededRandom random) {
        scale = demographics.scale();
        fat = 0.3 + 2.3 * demographics.adiposity();
        belly = random.uniform(0.8, 1) + 0.45 * demographics.adiposity();
        strength = random.uniform(0.82, 1.15);
    }

    double fascia(double level) {
        return MUSCLE.at(level) * scale * strength;
    }

    double skinBehind(double level) {
        return fascia(level) + PAD.at(level) * fat + 2;
    }

    double wall(double level) {
        return TRUNK.at(level) * scale * (level > 15 ? 1 + (belly - 1) * Math.min(1, (level - 15) / 3) : 1);
    }

    double skinFront(double level) {
        return wall(level) + LAYER.at(level) * fat + 2;
    }
}
