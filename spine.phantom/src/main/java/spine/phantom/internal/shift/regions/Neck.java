package spine.phantom.internal.shift.regions;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.WorleyNoise;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** The neck in front of the spine: airway, oesophagus, thyroid, vessels, glands. Immutable. */
final class Neck {
    private final ParaspinalMuscles muscles;
    private final double calibre;
    private final double thyroid;

    Neck(ParaspinalMuscles muscles, SeededRandom random) {
        this.muscles = muscles;
        calibre = random.uniform(6, 9);
        thyroid = random.uniform(6, 13);
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
        double side = Math.abs(left);
        double sheet = level < 3 ? 3 : 5.5;
        if (f < sheet) {
            sample.tissue = side > 4 ? Tissue.MUSCLE : Tissue.LOOSE;
            return;
        }
        double middle = sheet + calibre + (level > 2.6 ? 6 : 1);
        double broad = level < 2.4 ? 1.5 : 1.05;
        double airway = sq((f - middle) / calibre) + sq(left / (calibre * broad));
        if (airway < 1) {
            double lid = Math.abs(f - middle - 2 - (level - 1.6) * 5);
            sample.tissue = level > 1.1 && level < 2.3 && lid < 1.1 ? Tissue.CARTILAGE : Tissue.VOID;
        } else if (airway < 1.6) {
            sample.tissue = level > 2.4 ? Tissue.CARTILAGE : Tissue.GUT_WALL;
        } else if (level > 3.4 && sq((f - sheet - 3.5) / 3.2) + sq((left - 3) / 6) < 1) {
            sample.tissue = Tissue.GUT_WALL;
        } else if (sq((side - calibre - 6) / thyroid) + sq((f - middle - 1) / (thyroid + 3)) + sq((level - 4.8) / 1.3) < 1) {
            sample.tissue = Tissue.GLAND;
        } else if (sq((f - middle - calibre - 23) / 20) + sq((level - 0.2) / 0.9) < 1) {
            muscles.bundles(left / 9, f / 18, level * 2.2, 0.07, cell, sample);
        } else if (sq(side - 23) + sq(f - 12) < 16) {
            sample.tissue = Tissue.ARTERY;
        } else if (sq((side - 30) / 6) + sq((f - 16) / 4) < 1) {
            sample.tissue = Tissue.VEIN;
            sample.gain = 0.6;
        } else if (sq((side - 20) / 11) + sq((f - middle - 16) / 10) + sq((level - 1.3) / 0.8) < 1) {
            sample.tissue = Tissue.GLAND;
        } else {
            muscles.bundles(left / 14, f / 12, level * 0.45, 0.2, cell, sample);
        }
    }

    private static double sq(double x) {
        return x * x;
    }
}
