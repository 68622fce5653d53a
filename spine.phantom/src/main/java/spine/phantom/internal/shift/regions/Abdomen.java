package spine.phantom.internal.shift.regions;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.RandomFields;
import spine.phantom.internal.shift.noise.WorleyNoise;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** Abdominal wall, great vessels, abdominal and pelvic organs, bowel. Immutable. */
final class Abdomen {
    private final RandomFields fields;
    private final double aortaLeft;
    private final double cavaSlow;
    private final double cyst;
    private final double cystLevel;
    private final Pelvis pelvis;
    private final Bowel bowel;

    Abdomen(RandomFields fields, double adiposity, boolean male, SeededRandom random) {
        this.fields = fields;
        // The order of the draws is part of what a seed means.
        aortaLeft = random.uniform(2, 14);
        cavaSlow = random.uniform(0.1, 0.9);
        double loops = random.uniform(17, 27);
        double moist = random.uniform(0.1, 0.55);
        double bladder = random.uniform(12, 40);
        double uterus = male ? 0 : random.uniform(14, 26);
        cyst = random.chance(0.2) ? random.uniform(5, 18) : 0;
        cystLevel = random.uniform(17.5, 21);
        pelvis = new Pelvis(fields, bladder, uterus);
        bowel = new Bowel(fields, 8 + 26 * adiposity, loops, moist);
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
        if (f > wall - 8) {
            sample.tissue = Math.abs(left) < 4 ? Tissue.LIGAMENT : Math.abs(f - wall + 4) < 0.6 ? Tissue.FAT : Tissue.MUSCLE;
        } else if (!vessels(level, f, left, sample) && !organs(level, f, left, sample) && !pelvis.sample(level, f, left, sample)) {
            bowel.sample(level, f, left, cell, sample);
        }
    }

    private boolean vessels(double level, double f, double left, TissueSample sample) {
        double split = Math.max(0, level - 21.2);
        double bend = 2 * StrictMath.sin(level * 1.3);
        double x = split > 0 ? Math.abs(left - 3) - 6 - 11 * split : left - aortaLeft - bend;
        double y = f - 8.5;
        double pipe = x * x + y * y;
        double size = split > 0 ? 38 : 74;
        if (level < 24.5 && pipe < size * 1.3) {
            sample.tissue = pipe > size ? Tissue.GUT_WALL : split > 0 && left < 3 ? Tissue.VEIN : Tissue.ARTERY;
            sample.gain = split > 0 && left < 3 ? cavaSlow : 1;
            return true;
        }
        double cava = sq((left + 16) / 11) + sq((f - 9 - Math.max(0, 17.5 - level) * 9) / 7.5);
        if (level < 21.6 && cava < 1) {
            sample.tissue = Tissue.VEIN;
            sample.gain = cavaSlow;
            return true;
        }
        if (level < 18.8 && f < 9 && Math.abs(Math.abs(left) - 8) < 4.5) {
            sample.tissue = Tissue.MUSCLE;
            return true;
        }
        return false;
    }

    private boolean organs(double level, double f, double left, TissueSample sample) {
        double liver = sq((left + 62) / 78) + sq((f - 52) / 62) + sq((level - 16.9) / 2.5);
        if (liver < 1 && f > 14) {
            double branch = fields.smooth().at(left / 3.2, f / 3.2, level * 4);
            boolean vein = branch > 1.5;
            sample.tissue = vein ? Tissue.VEIN : Tissue.LIVER;
            sample.gain = vein ? 0.7 : 0.95 + 0.04 * fields.fine().at(left / 2, f / 2, level * 8);
            return true;
        }
        double spleen = sq((left - 84) / 34) + sq((f - 6) / 34) + sq((level - 16.8) / 2.1);
        if (spleen < 1) {
            sample.tissue = Tissue.SPLEEN;
            return true;
        }
        double stomach = sq((left - 34 + 8 * (level - 16)) / 34) + sq((f - 64) / 30) + sq((level - 17.2) / 1.7);
        if (stomach < 1) {
            sample.tissue = stomach > 0.78 ? Tissue.GUT_WALL : f > 74 ? Tissue.VOID : Tissue.GUT_FLUID;
            return true;
        }
        if (cyst > 0 && sq((left - 40) / cyst) + sq((f + 4) / cyst) + sq((level - cystLevel) * 26 / cyst) < 1) {
            sample.tissue = Tissue.CYST;
            return true;
        }
        double kidney = sq((Math.abs(left) - 56) / 25) + sq((f + 8) / 23) + sq((level - 18.9) / 2);
        if (kidney < 1) {
            sample.tissue = kidney < 0.2 ? Tissue.FAT : kidney < 0.45 && fields.smooth().at(left / 4, f / 4, level * 3) > 0.3
                    ? Tissue.GUT_FLUID : Tissue.KIDNEY;
            return true;
        }
        double pancreas = sq((f - 30) / 9) + sq((level - 18.2 - 0.01 * left) / 0.75);
        if (pancreas < 1 && Math.abs(left) < 70) {
            sample.tissue = fields.fine().at(left / 3, f / 3, level * 7) > 0.9 ? Tissue.FAT : Tissue.GLAND;
            return true;
        }
        return false;
    }

    private static double sq(double x) {
        return x * x;
    }
}
