package spine.phantom.internal.shift.regions;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.RandomFields;
import spine.phantom.internal.shift.noise.WorleyNoise;
import spine.phantom.internal.shift.spine.Demographics;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** Muscle bundles behind and beside the spine, with fat between them. Immutable. */
public final class ParaspinalMuscles {
    private final RandomFields fields;
    private final double septa;
    private final double wasted;

    public ParaspinalMuscles(Demographics demographics, RandomFields fields, SeededRandom random) {
        this.fields = fields;
        septa = 0.04 + 0.1 * demographics.adiposity() + random.uniform(0, 0.06);
        wasted = Math.max(0, (demographics.age() - 40) / 90.0 + random.uniform(-0.15, 0.25));
    }

    /**
     * Samples the tissue behind the posterior elements.
     *
     * @param away distance behind the centreline, mm
     * @param fascia where the muscles end, in the same measure
     */
    void behind(double level, double left, double away, double fascia, WorleyNoise.Cell cell, TissueSample sample) {
        double depth = fascia - away;
        if (depth < 0.9) {
            sample.tissue = Tissue.LIGAMENT;
        } else if (Math.abs(left) < 0.9 && level < 24) {
            sample.tissue = level < 6 ? Tissue.LIGAMENT : Tissue.LOOSE;
        } else {
            bundles(left / 9, away / 7, level / 2.6, septa + (level > 19 ? 0.28 * wasted : 0.1 * wasted), cell, sample);
        }
    }

    /**
     * Samples the tissue beside the bodies.
     *
     * @param side distance from the lateral wall, mm
     */
    void beside(double level, double anterior, double side, WorleyNoise.Cell cell, TissueSample sample) {
        if (level < 6) {
            double artery = (side - 4) * (side - 4) + (anterior + 2) * (anterior + 2);
            if (artery < 5.5) {
                sample.tissue = Tissue.ARTERY;
                return;
            }
            bundles(side / 6, anterior / 6, level * 0.5, septa + 0.12, cell, sample);
        } else if (level < 17.2) {
            double apex = 7 + 0.02 * side;
            boolean air = side > 3.5 + 1.5 * fields.smooth().at(anterior / 7, side / 7, level) && level > apex;
            sample.tissue = air ? Tissue.LUNG : Tissue.FAT;
        } else {
            double psoas = 3 + 7.5 * (level - 17);
            if (side < 1.2 || side > Math.min(34, psoas)) {
                sample.tissue = Tissue.FAT;
            } else {
                bundles(side / 8, anterior / 8, level / 2.4, septa * 0.6, cell, sample);
            }
        }
    }

    /** Bundles of muscle in cell coordinates; the borders hold fat. */
    void bundles(double x, double y, double z, double fat, WorleyNoise.Cell cell, TissueSample sample) {
        double bend = 0.35 * fields.smooth().at(x * 1.5, y * 1.5, z * 2);
        fields.cells().sample(x + bend, y - bend, z, cell);
        double streak = 0.05 * fields.fine().at(x * 9, y * 9, z * 2);
        double border = cell.border + streak;
        sample.tissue = border < fat * 0.6 ? Tissue.FAT : border < fat ? Tissue.LOOSE : Tissue.MUSCLE;
        sample.gain = 0.92 + 0.16 * cell.which;
    }

    /** Subcutaneous fat with septa. */
    void subcutaneous(double x, double y, double z, TissueSample sample) {
        double thread = Math.abs(fields.smooth().at(x / 3, y / 3, z / 3));
        sample.tissue = thread < 0.05 ? Tissue.LOOSE : Tissue.FAT;
    }
}
