package spine.phantom.internal.standard.body;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.noise.ValueNoise;

/** The anterior internal venous plexus: two beaded columns of slow blood on the posterior wall, left and right of its middle. Immutable. */
final class EpiduralVeins {
    private final ValueNoise noise;
    private final double from;
    private final double to;
    private final double thick;
    private final double beads;

    EpiduralVeins(ValueNoise noise, SeededRandom random) {
        this.noise = noise;
        from = random.uniform(1.5, 5);
        to = from + random.uniform(3, 9);
        thick = random.uniform(1, 4);
        beads = random.uniform(0, 1.2);
    }

    /**
     * Whether a point of the bony canal lies in a vein.
     *
     * @param level C2 = 0
     * @param left distance from the median plane, mm
     * @param behind distance behind the posterior wall, mm
     */
    boolean at(double level, double left, double behind) {
        double side = Math.abs(left);
        return side > from && side < to && behind < thick * (1 + beads * noise.at(Math.signum(left) * 9, level * 6, 3));
    }
}
