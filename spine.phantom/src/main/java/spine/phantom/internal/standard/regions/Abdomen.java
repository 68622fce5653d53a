package spine.phantom.internal.standard.regions;

import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.tissue.Tissue;

/** Abdominal wall, great vessels, liver, pancreas, kidneys and bowel. Immutable. */
final class Abdomen {
    private final ValueNoise noise;
    private final GreatVessels vessels;
    private final Bowel bowel;
    private final double fatty;

    /** @param fatty how much fat lies behind the bowel, 0..1 */
    Abdomen(ValueNoise noise, GreatVessels vessels, Bowel bowel, double fatty) {
        this.noise = noise;
        this.vessels = vessels;
        this.bowel = bowel;
        this.fatty = fatty;
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
        if (f > wall - 9) {
            return Math.abs(l) < 3 ? Tissue.LIGAMENT : Tissue.MUSCLE;
        }
        if (level < 21.6) {
            double x = l - Math.max(3, 12 - (level - 15) * 1.3) - vessels.sway() * Math.min(1, 21.6 - level);
            double y = f - 9;
            double r2 = (x * x + y * y) / vessels.calibre();
            if (r2 < 88) {
                return r2 < 68 ? vessels.aorta() : Tissue.VESSEL_WALL;
            }
            x = l + 15;
            y = f - 10 - Math.max(0, 18 - level) * 5;
            r2 = x * x / 120 + y * y / 70;
            if (r2 < 1) {
                return r2 < 0.85 ? vessels.cava() : Tissue.VESSEL_WALL;
            }
        } else {
            double x = Math.abs(l) - 6 - (level - 21.6) * 14;
            double y = f - 9;
            if (x * x + y * y < 40) {
                return x * l > 0 ? vessels.aorta() : vessels.cava();
            }
        }
        double crus = Math.abs(Math.abs(l + 1) - 6);
        if (level < 19.2 && f < 7 && crus < 4) {
            return Tissue.MUSCLE;
        }
        double liverEdge = 18.6 - Math.abs(f - 60) * 0.012 - l * 0.05;
        if (level < liverEdge && f > 17 && l < 22 - (level - 15.5) * 6) {
            double vessel = noise.at(f / 9 + 31, l / 9, level * 2.2);
            return vessel > 0.66 ? Tissue.SLOW_BLOOD : vessel > 0.6 ? Tissue.VESSEL_WALL : Tissue.LIVER;
        }
        if (level > 17.4 && level < 19.2 && f > 19 && f < 36) {
            return noise.at(f / 4, l / 4, level * 3) > 0.35 ? Tissue.CONNECTIVE : Tissue.GLAND;
        }
        double kidney = sq((Math.abs(l) - 58) / 27) + sq((f + 12) / 24) + sq((level - 18.8) / 2.2);
        if (kidney < 1) {
            return kidney < 0.16 ? Tissue.EPIDURAL_FAT : Tissue.KIDNEY;
        }
        return f < 20 + 14 * fatty ? Tissue.FAT : bowel.at(level, f, l);
    }

    private static double sq(double x) {
        return x * x;
    }
}
