package spine.phantom.internal.shift.regions;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.RandomFields;
import spine.phantom.internal.shift.noise.WorleyNoise;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** Liver, kidneys, vessels, bowel loops and what the pelvis holds. */
final class Abdomen {
    private final RandomFields fields;
    private final double padding;
    private final double aortaLeft;
    private final double cavaSlow;
    private final double loops;
    private final double moist;
    private final double bladder;
    private final double womb;
    private final double cyst;
    private final double cystLevel;

    Abdomen(RandomFields fields, double adiposity, boolean male, SeededRandom random) {
        this.fields = fields;
        padding = 8 + 26 * adiposity;
        aortaLeft = random.uniform(2, 14);
        cavaSlow = random.uniform(0.1, 0.9);
        loops = random.uniform(17, 27);
        moist = random.uniform(0.1, 0.55);
        bladder = random.uniform(12, 40);
        womb = male ? 0 : random.uniform(14, 26);
        cyst = random.chance(0.2) ? random.uniform(5, 18) : 0;
        cystLevel = random.uniform(17.5, 21);
    }

    /** @param f distance in front of the front wall, {@code wall} where the muscles of the belly begin, mm */
    void sample(double level, double f, double left, double wall, WorleyNoise.Cell cell, TissueSample sample) {
        if (f > wall - 8) {
            sample.tissue = Math.abs(left) < 4 ? Tissue.LIGAMENT : Math.abs(f - wall + 4) < 0.6 ? Tissue.FAT : Tissue.MUSCLE;
        } else if (!vessels(level, f, left, sample) && !organs(level, f, left, sample) && !pelvis(level, f, left, sample)) {
            bowel(level, f, left, cell, sample);
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
            sample.shade = split > 0 && left < 3 ? cavaSlow : 1;
            return true;
        }
        double cava = sq((left + 16) / 11) + sq((f - 9 - Math.max(0, 17.5 - level) * 9) / 7.5);
        if (level < 21.6 && cava < 1) {
            sample.tissue = Tissue.VEIN;
            sample.shade = cavaSlow;
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
            sample.shade = vein ? 0.7 : 0.95 + 0.04 * fields.fine().at(left / 2, f / 2, level * 8);
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

    private boolean pelvis(double level, double f, double left, TissueSample sample) {
        if (level < 22.8) {
            return false;
        }
        double gut = sq((f - 17 + 4 * StrictMath.sin(level * 1.6)) / 12) + sq((left - 4) / 14);
        if (gut < 1) {
            double filled = fields.smooth().at(f / 5, left / 5, level * 2);
            sample.tissue = gut > 0.65 ? Tissue.GUT_WALL : filled > 0.4 ? Tissue.VOID : Tissue.GUT_STOOL;
            return true;
        }
        double urine = sq((f - 70) / bladder) + sq(left / (1.2 * bladder)) + sq((level - 27.4) * 14 / bladder);
        if (urine < 1) {
            sample.tissue = urine > 0.83 ? Tissue.MUSCLE : Tissue.GUT_FLUID;
            return true;
        }
        double organ = womb == 0 ? sq((f - 58) / 19) + sq(left / 24) + sq((level - 29.4) / 0.9)
                : sq((f - 44 - 6 * (level - 26)) / womb) + sq((left + 2) / (1.2 * womb)) + sq((level - 26.3) * 13 / womb);
        if (organ < 1) {
            sample.tissue = organ < 0.1 ? Tissue.GUT_FLUID : Tissue.GLAND;
            sample.shade = organ > 0.1 && organ < 0.3 ? 0.5 : 0.85;
            return true;
        }
        return false;
    }

    /** Every cell is a loop or a lobe of fat; its content follows from which cell it is. */
    private void bowel(double level, double f, double left, WorleyNoise.Cell cell, TissueSample sample) {
        double bend = 0.3 * fields.smooth().at(f / 9, left / 9, level * 2.2);
        double turn = 0.3 * fields.smooth().at(f / 9 + 30, left / 9, level * 2.2);
        fields.cells().sample(left / loops + bend, f / loops - turn, level * 24 / loops + turn - bend, cell);
        if (f < padding || cell.which < 0.3 || cell.border < 0.06) {
            sample.tissue = Tissue.FAT;
        } else if (cell.border < 0.18) {
            sample.tissue = Tissue.GUT_WALL;
        } else {
            double kind = (cell.which - 0.3) / 0.7;
            sample.tissue = kind < moist ? Tissue.GUT_FLUID : kind < moist + 0.3 ? Tissue.VOID : Tissue.GUT_STOOL;
            sample.shade = 0.8 + 0.2 * cell.near;
        }
    }


    private static double sq(double x) {
        return x * x;
    }
}
