package spine.phantom.internal.standard.regions;

import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.Frame;
import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.tissue.Tissue;

/** Skull, brain stem, cerebellum and face. Immutable. */
final class Head {
    private final Vec3 base;
    private final ValueNoise noise;
    private final double size;

    Head(Frame axis, double height, double size, ValueNoise noise) {
        this.base = axis.toPatient(0, 0, height * 0.5 + 26);
        this.size = size;
        this.noise = noise;
    }

    /** Height above the skull base, mm. */
    double above(double z) {
        return z - base.z();
    }

    /** The tissue at a patient point (mm); null outside the head. */
    Tissue at(double x, double y, double z) {
        double l = (x - base.x()) / size;
        double a = -(y - base.y()) / size;
        double c = (z - base.z()) / size;
        double da = a - 12;
        double dc = c - 66;
        double skull = Math.sqrt(l * l / 0.62 + da * da / 1.1 + dc * dc / 0.75) / 90;
        double face = Math.max(Math.abs(a - 52) / 46, Math.max(Math.abs(c - 4) / 60, Math.abs(l) / 62));
        if (skull > 1.02 && (face > 1 || a < 10)) {
            return null;
        }
        if (skull < 0.87 && c > -2 + Math.max(0, a - 14) * 0.55 - Math.min(0, a + 8) * 0.1) {
            return brain(l, a, c, skull);
        }
        if (skull < 0.95 && c > -6 && (a < 20 || c > 40)) {
            return skull > 0.89 && skull < 0.93 ? Tissue.MARROW : Tissue.CORTEX;
        }
        if (c > -8 && c < 30 && a > 8 && a < 34 && Math.abs(l) < 18) {
            double clivus = a - 10 - c * 0.6;
            return clivus > 0 && clivus < 11 ? clivus > 1 && clivus < 9 ? Tissue.MARROW : Tissue.CORTEX : Tissue.AIR;
        }
        if (skull >= 0.95 && a < 18) {
            return skull > 1 ? Tissue.SKIN : c < 30 ? Tissue.MUSCLE : Tissue.FAT;
        }
        if (a > 30) {
            double cavity = noise.at(a / 14, c / 11, l / 12);
            return c > 2 && Math.abs(l) < 14 ? cavity > 0.2 ? Tissue.GLAND : Tissue.AIR : cavity > 0.15 ? Tissue.MUSCLE : Tissue.FAT;
        }
        return noise.at(a / 10, c / 10, l / 10) > 0 ? Tissue.MUSCLE : Tissue.CONNECTIVE;
    }

    private Tissue brain(double l, double a, double c, double skull) {
        double stem = 7 + (c > 18 ? Math.min(7, (c - 18) * 0.5) : 0);
        double sa = (a - c * 0.18 + (c > 18 ? -3 : 0)) / stem;
        double across = l / (stem * 1.2);
        if (sa * sa + across * across < 1 && c < 52) {
            return Tissue.BRAIN;
        }
        double lobe = Math.sqrt(l * l / 1.7 + (a + 30) * (a + 30) + (c - 28) * (c - 28) * 1.1);
        if (lobe < 27) {
            double folia = noise.at(l / 6, a / 2.2, c / 2.2);
            return folia > 0.45 ? Tissue.CSF : Tissue.BRAIN;
        }
        if (c < 7 && Math.abs(l) < 24 || c < 50 && sa * sa + across * across < 1.7) {
            return Tissue.CSF;
        }
        double sulci = noise.at(l / 5, a / 5, c / 5);
        return skull > 0.8 && sulci > 0.2 || Math.abs(sulci) < 0.05 ? Tissue.CSF : Tissue.BRAIN;
    }
}
