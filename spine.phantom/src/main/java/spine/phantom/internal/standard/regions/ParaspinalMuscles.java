package spine.phantom.internal.standard.regions;

import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.tissue.Tissue;

/** Muscles and fat beside and behind the spine. Immutable. */
final class ParaspinalMuscles {
    private final ValueNoise noise;
    private final double streaks;

    ParaspinalMuscles(ValueNoise noise, double streaks) {
        this.noise = noise;
        this.streaks = streaks;
    }

    /**
     * The tissue beside the bodies.
     *
     * @param side distance from the lateral wall of the body, mm
     */
    Tissue beside(double level, double anterior, double side) {
        if (level < 5.8) {
            double vessel = (side - 3.5) * (side - 3.5) + (anterior + 1) * (anterior + 1);
            return vessel < 6 ? Tissue.FLOWING_BLOOD : noise.at(anterior / 5, side / 9, level) > 0.45 ? Tissue.CONNECTIVE : Tissue.MUSCLE;
        }
        double warp = noise.at(anterior / 14, side / 14, level * 0.6);
        double apex = 7.2 - (anterior + side) * 0.03 + warp * 0.6;
        if (level < apex) {
            return noise.at(anterior / 5, side / 6, level * 0.8) > 0.2 ? Tissue.CONNECTIVE : Tissue.MUSCLE;
        }
        if (level < 16.9 + 0.03 * anterior + 0.3 * warp) {
            return side < 4 + 2 * warp ? Tissue.FAT : Tissue.LUNG;
        }
        double psoas = Math.min(30, 4 + (level - 16.6) * 7);
        return side < 1.5 + warp || side > psoas + 3 * warp ? Tissue.FAT : fibres(anterior, side, level, 0.15);
    }

    /**
     * The tissue behind the posterior elements.
     *
     * @param depth distance in front of the fascia, mm
     */
    Tissue behind(double level, double depth, double left, double behind) {
        if (Math.abs(left) < 1 && level < 25) {
            return Tissue.LIGAMENT;
        }
        if (depth < 1.3) {
            return Tissue.LIGAMENT;
        }
        double side = Math.abs(left);
        if (level < 7 && depth < 22) {
            double layer = noise.at(behind / 3.5, level * 0.35, 4);
            return layer > 0.3 - streaks * 0.3 ? Tissue.CONNECTIVE : Tissue.MUSCLE;
        }
        return fibres(behind, side, level, streaks + (level > 20 && side < 16 ? 0.2 : 0));
    }

    private Tissue fibres(double a, double b, double level, double fat) {
        double streak = noise.at(a / 4.2, b / 5, level * 0.55);
        return streak > 0.72 - 0.75 * fat ? Tissue.FAT : streak > 0.58 - 0.75 * fat ? Tissue.CONNECTIVE : Tissue.MUSCLE;
    }
}
