package spine.phantom.internal.shift.regions;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.RandomFields;
import spine.phantom.internal.shift.noise.WorleyNoise;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** Rib cage, great vessels, oesophagus, trachea, heart and lungs. Immutable. */
final class Thorax {
    private final RandomFields fields;
    private final double windpipe;
    private final double heartLeft;
    private final double heartFront;
    private final double heartSize;
    private final double slow;
    private final double aortaLeft;

    Thorax(RandomFields fields, SeededRandom random) {
        this.fields = fields;
        windpipe = random.uniform(7, 10);
        heartLeft = random.uniform(0, 30);
        heartFront = random.uniform(50, 70);
        heartSize = random.uniform(36, 50);
        slow = random.uniform(0.1, 0.75);
        aortaLeft = random.uniform(8, 20);
    }

    /**
     * Samples a point.
     *
     * @param level C2 = 0
     * @param f distance in front of the bodies, mm
     * @param left distance to the left of the spine, mm
     * @param wall distance from the bodies to the muscles of the front body wall, mm
     * @param cell scratch space
     */
    void sample(double level, double f, double left, double wall, WorleyNoise.Cell cell, TissueSample sample) {
        if (f > wall - 11) {
            cage(level, f, left, wall, sample);
            return;
        }
        if (aorta(level, f, left, sample) || airway(level, f, left, sample)) {
            return;
        }
        double gullet = sq((left - 2) / 8) + sq((f - 7 - 0.35 * Math.max(0, level - 11) * 3) / 4.5);
        if (gullet < 1) {
            sample.tissue = gullet < 0.1 ? Tissue.VOID : Tissue.GUT_WALL;
            return;
        }
        if (level > 8 && sq(left + 9) + sq(f - 3) < 8) {
            sample.tissue = Tissue.VEIN;
            return;
        }
        double heart = sq((left - heartLeft) / heartSize) + sq((f - heartFront) / (heartSize * 0.9)) + sq((level - 13) / (heartSize / 14));
        if (heart < 1) {
            heart(heart, level, f, left, cell, sample);
            return;
        }
        double half = 16 + 5 * fields.smooth().at(f / 9, level, 3) + 0.1 * f + Math.max(0, 9 - level) * 5;
        if (Math.abs(left - 2) < half) {
            double great = sq((left - 8) / 13) + sq((f - 38) / 12);
            sample.tissue = level < 10.5 && great < 1 ? Tissue.ARTERY : fields.smooth().at(f / 3, left / 3, level * 4) > 1.2 ? Tissue.GLAND
                    : Tissue.FAT;
        } else {
            sample.tissue = fields.fine().at(f / 3, left / 3, level * 5) > 1.7 ? Tissue.VEIN : Tissue.LUNG;
            sample.gain = 0.8;
        }
    }

    private static void cage(double level, double f, double left, double wall, TissueSample sample) {
        if (Math.abs(left) < 16) {
            boolean marrow = f > wall - 9 && f < wall - 2 && Math.abs(level - Math.rint(level)) < 0.44;
            sample.tissue = marrow ? Tissue.MARROW : Tissue.CORTEX;
            sample.fat = 0.5;
        } else {
            double rib = sq((level * 0.8 - Math.rint(level * 0.8)) / 0.28) + sq((f - wall + 5.5) / 4.5);
            sample.tissue = rib < 0.6 ? Tissue.MARROW : rib < 1 ? Tissue.CORTEX : Tissue.MUSCLE;
            sample.fat = 0.45;
        }
    }

    private boolean aorta(double level, double f, double left, TissueSample sample) {
        double radius;
        if (level > 9.6) {
            double x = left - aortaLeft + Math.max(0, level - 11) * 1.6;
            double y = f - Math.min(10, 4 + (level - 9.6));
            radius = Math.sqrt(x * x + y * y);
        } else if (level > 7.4) {
            double rise = (9.6 - level) * 20;
            double arch = Math.sqrt(sq(f - 32) + sq(rise * 0.9)) - 28;
            radius = Math.sqrt(sq(arch) + sq(left - 12 + 0.25 * f)) * 0.9;
        } else {
            return false;
        }
        if (radius > 11.5) {
            return false;
        }
        sample.tissue = radius > 10.3 ? Tissue.GUT_WALL : Tissue.ARTERY;
        return true;
    }

    private boolean airway(double level, double f, double left, TissueSample sample) {
        double deep = 16 + 1.6 * (level - 6);
        double fork = level > 10.6 ? (level - 10.6) * 20 : 0;
        double r = sq((Math.abs(left + 1) - fork) / windpipe) + sq((f - deep) / (windpipe * 0.85));
        if (level > 12 || r > 1.45) {
            return false;
        }
        sample.tissue = r > 1 ? Tissue.CARTILAGE : Tissue.VOID;
        return true;
    }

    private void heart(double inside, double level, double f, double left, WorleyNoise.Cell cell, TissueSample sample) {
        if (inside > 0.86) {
            sample.tissue = inside > 0.95 ? Tissue.FAT : Tissue.HEART;
            return;
        }
        double bend = 0.3 * fields.smooth().at(f / 10, left / 10, level * 2);
        fields.cells().sample(left / 34 + bend, f / 34 - bend, level / 1.7 + bend, cell);
        boolean chamber = cell.border > 0.28;
        sample.tissue = !chamber ? Tissue.HEART : cell.which < slow ? Tissue.VEIN : Tissue.ARTERY;
        sample.gain = chamber ? 0.45 + 0.4 * cell.which : 1;
    }

    private static double sq(double x) {
        return x * x;
    }
}
