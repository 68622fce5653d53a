package spine.phantom.internal.standard.regions;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.tissue.Tissue;
import spine.phantom.internal.standard.tissue.TissueProbe;
import spine.phantom.internal.standard.tissue.TissueSample;

/**
 * A knee, for images that show no spine: two bones that resemble vertebral bodies with a disc between them, patella, muscles and fat. The
 * joint is the origin; x to the left, y to the back, z up, mm. Immutable.
 */
public final class Knee implements TissueProbe {
    private static final double CORTEX = 1.2;
    private static final double CARTILAGE = 2.5;
    private final double size;
    private final double effusion;
    private final int marrow;
    private final ValueNoise noise;

    /** @param marrow vertebra whose marrow the bones have */
    public Knee(int marrow, SeededRandom random) {
        this.marrow = marrow;
        size = random.normal(1, 0.12);
        effusion = random.chance(0.4) ? random.uniform(2, 7) : 1;
        noise = new ValueNoise(random.child("knee"));
    }

    @Override
    public boolean fine() {
        return true;
    }

    @Override
    public void sample(double x, double y, double z, TissueSample out) {
        double l = x / size;
        double a = -y / size;
        double c = z / size;
        double warp = 2 * noise.at(l / 12, a / 12, c / 16);
        double leg = Math.hypot(l, (a + 6) * 0.95) + warp + (c < 0 ? 0.06 * -c : -0.08 * c);
        out.clear(Tissue.AIR);
        if (leg > 66) {
            return;
        }
        double bone = Math.max(femur(l, a, c), Math.max(tibia(l, a, c), patella(l, a, c)));
        if (bone > CORTEX) {
            out.tissue = Tissue.MARROW;
            out.marrow = marrow;
        } else if (bone > 0) {
            out.tissue = Tissue.CORTEX;
        } else if (bone > -CARTILAGE && Math.abs(c) < 22) {
            out.tissue = Tissue.DISC_FRESH;
        } else if (bone > -CARTILAGE - effusion && Math.abs(c) < 30) {
            out.tissue = Tissue.FLUID;
        } else if (leg > 64) {
            out.tissue = Tissue.SKIN;
        } else if (leg > 52 || a > 14 && Math.abs(c) < 28) {
            out.tissue = Tissue.FAT;
        } else {
            double streak = noise.at(l / 5, a / 5, c / 40);
            out.tissue = streak > 0.55 ? Tissue.FAT : streak < -0.75 ? Tissue.LIGAMENT : Tissue.MUSCLE;
        }
    }

    /** Distance inside the femur: a shaft that widens to a condyle. */
    private static double femur(double l, double a, double c) {
        double condyle = 27 - Math.hypot(Math.hypot(l * 0.72, a), (c - 30) * 0.95);
        double shaft = c > 34 ? 15 - Math.hypot(l * 0.9, a - 4) + Math.max(0, 10 - (c - 34) * 0.4) : -1e3;
        return Math.max(condyle, shaft);
    }

    private static double tibia(double l, double a, double c) {
        double half = 25 - Math.max(0, -c - 10) * 0.28;
        return Math.min(-3 - c + 0.04 * a, Math.max(13, half) - Math.hypot(l * 0.75, a));
    }

    private static double patella(double l, double a, double c) {
        return 9 - Math.hypot(Math.hypot(l * 0.45, a - 40), (c - 26) * 0.45);
    }
}
