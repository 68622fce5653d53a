package spine.phantom.internal.shift.regions;

import spine.phantom.internal.shift.noise.RandomFields;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** Rectum, bladder, uterus or prostate. Immutable. */
final class Pelvis {
    private final RandomFields fields;
    private final double bladder;
    private final double uterus;

    /**
     * @param bladder radius of the bladder, mm
     * @param uterus radius of the uterus, mm; 0 for men
     */
    Pelvis(RandomFields fields, double bladder, double uterus) {
        this.fields = fields;
        this.bladder = bladder;
        this.uterus = uterus;
    }

    /**
     * Fills {@code sample} if the point lies in a pelvic organ.
     *
     * @param level C2 = 0
     * @param f distance in front of the bodies, mm
     * @param left distance to the left of the spine, mm
     * @return whether it does
     */
    boolean sample(double level, double f, double left, TissueSample sample) {
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
        double organ = uterus == 0 ? sq((f - 58) / 19) + sq(left / 24) + sq((level - 29.4) / 0.9)
                : sq((f - 44 - 6 * (level - 26)) / uterus) + sq((left + 2) / (1.2 * uterus)) + sq((level - 26.3) * 13 / uterus);
        if (organ < 1) {
            sample.tissue = organ < 0.1 ? Tissue.GUT_FLUID : Tissue.GLAND;
            sample.gain = organ > 0.1 && organ < 0.3 ? 0.5 : 0.85;
            return true;
        }
        return false;
    }

    private static double sq(double x) {
        return x * x;
    }
}
