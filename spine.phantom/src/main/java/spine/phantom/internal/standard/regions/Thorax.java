package spine.phantom.internal.standard.regions;

import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.tissue.Tissue;

/** Rib cage, great vessels, oesophagus, trachea, heart and lungs. Immutable. */
final class Thorax {
    private final ValueNoise noise;
    private final GreatVessels vessels;
    private final double heartLeft;
    private final double heartDepth;
    private final double effusion;

    /**
     * @param heartLeft distance of the heart's centre to the left of the spine, mm
     * @param heartDepth its distance in front of the bodies, mm
     * @param effusion depth of a pleural effusion, mm; 0 for none
     */
    Thorax(ValueNoise noise, GreatVessels vessels, double heartLeft, double heartDepth, double effusion) {
        this.noise = noise;
        this.vessels = vessels;
        this.heartLeft = heartLeft;
        this.heartDepth = heartDepth;
        this.effusion = effusion;
    }

    /**
     * The tissue at a point.
     *
     * @param level C2 = 0
     * @param f distance in front of the bodies, mm
     * @param l distance to the left of the spine, mm
     * @param wall distance from the bodies to the inner side of the front body wall, mm
     */
    Tissue at(double level, double f, double l, double wall) {
        if (f > wall - 12) {
            return Math.abs(l) < 18 ? f > wall - 10 && f < wall - 2 ? Tissue.MARROW : Tissue.CORTEX
                    : noise.at(f / 6, l / 20, level * 0.8) > 0.1 ? Tissue.MUSCLE : Tissue.CONNECTIVE;
        }
        if (level > 9.2) {
            double x = l - Math.max(4, 16 - (level - 9.5) * 1.2) - vessels.sway() * Math.max(0, level - 11) / 4;
            double y = f - Math.min(9, 3 + (level - 9.2) * 0.6);
            double r2 = (x * x + y * y) / vessels.calibre();
            if (r2 < 132) {
                return r2 < 106 ? vessels.aorta() : Tissue.VESSEL_WALL;
            }
        } else if (level > 7.6 && f > 6 && f < 64 && Math.abs(l - 10 + f * 0.25) < 10 * Math.sqrt(vessels.calibre())
                && Math.abs(sq((f - 33) / 27) + sq((level - 9.5) / 1.35) - 0.85) < 0.35 * vessels.calibre()) {
            return vessels.aorta();
        }
        double ox = l - 3;
        double oy = f - 10 - (level > 12 ? (level - 12) * 1.5 : 0);
        double gullet = ox * ox / 60 + oy * oy / 26;
        if (gullet < 1) {
            return gullet < 0.12 ? Tissue.BOWEL_GAS : Tissue.BOWEL_WALL;
        }
        double depth = 21 + (level - 5.6) * 1.7;
        double t = (l + 2) * (l + 2) + (f - depth) * (f - depth);
        if (level < 10.4 && t < 100) {
            return t < 68 ? Tissue.AIR : Tissue.CONNECTIVE;
        }
        double hx = (l - heartLeft) / 46;
        double hy = (f - heartDepth) / 42;
        double hz = (level - 13.1) / 3.4;
        double heart = hx * hx + hy * hy + hz * hz;
        if (heart < 1) {
            return heart > 0.9 ? Tissue.CONNECTIVE : heart > 0.55 ? Tissue.HEART
                    : noise.at(f / 22, l / 22, level) > 0.25 ? Tissue.SLOW_BLOOD : Tissue.FLOWING_BLOOD;
        }
        double half = 19 + 6 * noise.at(f / 20, 3, level * 0.6) + (level < 9 ? (9 - level) * 4 : 0) + f * 0.08;
        if (Math.abs(l - 3) < half) {
            if (level < 10 && f > 34 && f < 62) {
                return noise.at(f / 12, l / 12, level * 0.5) > 0 ? Tissue.FLOWING_BLOOD : Tissue.CONNECTIVE;
            }
            return noise.at(f / 6, l / 6, level) > 0.55 ? Tissue.GLAND : Tissue.FAT;
        }
        if (effusion > 0 && f < effusion - 20 + level && level > 10) {
            return Tissue.FLUID;
        }
        return noise.at(f / 3.5, l / 3.5, level * 3) > 0.8 ? Tissue.SLOW_BLOOD : Tissue.LUNG;
    }

    private static double sq(double x) {
        return x * x;
    }
}
