package spine.phantom.internal.standard.regions;

import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.tissue.Tissue;

/** Iliac vessels, rectum, bladder, uterus or prostate, and bowel. Immutable. */
final class Pelvis {
    private final ValueNoise noise;
    private final GreatVessels vessels;
    private final Bowel bowel;
    private final double bladder;

    /** @param bladder radius of the bladder, mm */
    Pelvis(ValueNoise noise, GreatVessels vessels, Bowel bowel, double bladder) {
        this.noise = noise;
        this.vessels = vessels;
        this.bowel = bowel;
        this.bladder = bladder;
    }

    /**
     * The tissue at a point.
     *
     * @param level C2 = 0
     * @param f distance in front of the bodies, mm
     * @param l distance to the left of the spine, mm
     */
    Tissue at(double level, double f, double l) {
        if (level < 24.5 && f < 16) {
            double x = Math.abs(l) - 12 - (level - 22) * 9;
            return x * x + sq(f - 8) < 42 ? vessels.cava() : Tissue.FAT;
        }
        double rectum = sq((f - 20 - (27 - level) * 1.5) / 13) + sq((l - 3) / 15);
        if (level > 24.3 && rectum < 1) {
            return rectum > 0.6 ? Tissue.BOWEL_WALL : noise.at(f / 14, l / 14, level) > 0.1 ? Tissue.BOWEL_GAS : Tissue.CONNECTIVE;
        }
        double full = sq((f - 72) / bladder) + sq(l / (bladder * 1.15)) + sq((level - 27.6) * 15 / bladder);
        if (full < 1) {
            return full > 0.85 ? Tissue.MUSCLE : Tissue.FLUID;
        }
        double womb = sq((f - 47) / 17) + sq((l + 3) / 24) + sq((level - 26.6) / 1.6);
        if (womb < 1) {
            return womb < 0.08 ? Tissue.FLUID : Tissue.GLAND;
        }
        return f < 12 ? Tissue.FAT : bowel.at(level, f, l);
    }

    private static double sq(double x) {
        return x * x;
    }
}
