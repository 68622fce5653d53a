package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.WorleyNoise;
import spine.phantom.internal.shift.spine.Demographics;
import spine.phantom.internal.shift.tissue.Tissue;

/** Muscle bundles behind and beside the spine, with fat where the bundles meet. */
final class ParaspinalMuscles {
    private final RandomFields textures;
    private final double septa;
    private final double wasted;

    ParaspinalMuscles(Demographics person, RandomFields textures, SeededRandom random) {
        this.textures = textures;
        septa = 0.04 + 0.1 * person.adiposity() + random.uniform(0, 0.06);
        wasted = Math.max(0, (person.age() - 40) / 90.0 + random.uniform(-0.15, 0.25));
    }

    /** @param away distance behind the centreline, and {@code fascia} where muscle ends */
    void behind(double level, double left, double away, double fascia, WorleyNoise.Cell cell, TissueSample spot) {
        double depth = fascia - away;
        if (depth < 0.9) {
            spot.matter = Tissue.LIGAMENT;
        } else if (Math.abs(left) < 0.9 && level < 24) {
            spot.matter = level < 6 ? Tissue.LIGAMENT : Tissue.LOOSE;
        } else {
            bundles(left / 9, away / 7, level / 2.6, septa + (level > 19 ? 0.28 * wasted : 0.1 * wasted), cell, spot);
        }
    }

    /** Beside the bodies. @param side distance from the side wall, mm */
    void beside(double level, double anterior, double side, WorleyNoise.Cell cell, TissueSample spot) {
        if (level < 6) {
            double artery = (side - 4) * (side - 4) + (anterior + 2) * (anterior + 2);
            if (artery < 5.5) {
                spot.matter = Tissue.ARTERY;
                return;
            }
            bundles(side / 6, anterior / 6, level * 0.5, septa + 0.12, cell, spot);
        } else if (level < 17.2) {
            double apex = 7 + 0.02 * side;
            boolean air = side > 3.5 + 1.5 * textures.smooth().at(anterior / 7, side / 7, level) && level > apex;
            spot.matter = air ? Tissue.LUNG : Tissue.FAT;
        } else {
            double psoas = 3 + 7.5 * (level - 17);
            if (side < 1.2 || side > Math.min(34, psoas)) {
                spot.matter = Tissue.FAT;
            } else {
                bundles(side / 8, anterior / 8, level / 2.4, septa * 0.6, cell, spot);
            }
        }
    }

    /** Bundles of muscle in cell coordinates; the borders hold fat. */
    void bundles(double x, double y, double z, double fat, WorleyNoise.Cell cell, TissueSample spot) {
        double bend = 0.35 * textures.smooth().at(x * 1.5, y * 1.5, z * 2);
        textures.cells().look(x + bend, y - bend, z, cell);
        double streak = 0.05 * textures.fine().at(x * 9, y * 9, z * 2);
        double border = cell.border + streak;
        spot.matter = border < fat * 0.6 ? Tissue.FAT : border < fat ? Tissue.LOOSE : Tissue.MUSCLE;
        spot.shade = 0.92 + 0.16 * cell.which;
    }

    /** Fat under the skin with threads through it. */
    void padding(double x, double y, double z, TissueSample spot) {
        double thread = Math.abs(textures.smooth().at(x / 3, y / 3, z / 3));
        spot.matter = thread < 0.05 ? Tissue.LOOSE : Tissue.FAT;
    }
}
