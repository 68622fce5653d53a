package spine.phantom.internal.standard.regions;

import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.tissue.Tissue;

/** The neck in front of the spine: airway, oesophagus, vessels, glands, tongue. Immutable. */
final class Neck {
    private final ValueNoise noise;

    Neck(ValueNoise noise) {
        this.noise = noise;
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
        double side = Math.abs(l);
        if (f < (side > 3 ? 6 : 3)) {
            return side > 3 || level < 0.5 ? Tissue.MUSCLE : Tissue.CONNECTIVE;
        }
        boolean larynx = level > 2.2;
        double airway = larynx ? 9 + level * 0.8 : 7;
        double calibre = larynx ? 7 : 5.5;
        double a = (f - airway - calibre) / calibre;
        if (level > 3.6 && f < airway && side < 8) {
            return Tissue.BOWEL_WALL;
        }
        double lumen = a * a + l * l / (larynx ? 60 : 110);
        if (lumen < 1 && level > -3) {
            return Tissue.AIR;
        }
        if (lumen < 1.5) {
            return larynx ? Tissue.CONNECTIVE : Tissue.BOWEL_WALL;
        }
        if (level > 3 && side > 9 && side < 24 && f > 5 && f < 24) {
            double vessel = (side - 20) * (side - 20) + (f - 10) * (f - 10);
            return vessel < 18 ? Tissue.FLOWING_BLOOD : level > 4 && side < 19 ? Tissue.GLAND : Tissue.CONNECTIVE;
        }
        if (level < 2.2) {
            double tongue = noise.at(f / 7, l / 9, level * 2.5);
            return f < airway + 2 * calibre + 8 && level > 0.8 ? Tissue.CONNECTIVE : tongue > 0.3 ? Tissue.CONNECTIVE
                    : side > 20 && tongue > -0.2 ? Tissue.GLAND : Tissue.MUSCLE;
        }
        return f > wall - 6 ? Tissue.MUSCLE : noise.at(f / 9, l / 9, level) > 0 ? Tissue.MUSCLE : Tissue.CONNECTIVE;
    }
}
