package spine.phantom.internal.shift.receive;

import spine.api.image.Vec3;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.prior.Range;
import spine.phantom.internal.shift.spine.Spine;

/**
 * Efficiency of the inversion pulse by patient point: reduced in a few rounded regions of a disturbed field, and changing along z.
 * Immutable.
 */
final class InversionEfficiency {
    private final double[][] regions;
    private final double tilt;
    private final double middle;

    InversionEfficiency(Spine spine, Range loss, SeededRandom random) {
        int count = random.weighted(3, 3, 2, 1);
        regions = new double[count][];
        double[] favoured = {5, 6, 10, 16, 22, 24};
        for (int i = 0; i < count; i++) {
            double level = favoured[random.between(0, favoured.length - 1)] + random.uniform(-1.5, 1.5);
            double in = random.chance(0.6) ? random.uniform(30, 110) : -random.uniform(20, 70);
            double reach = random.uniform(22, 70);
            regions[i] = new double[] {spine.centreline().line(level, 0) + random.uniform(-30, 30), spine.centreline().line(level, 1) - in,
                spine.centreline().line(level, 2), 1 / (reach * reach), loss.draw(random)};
        }
        tilt = random.uniform(-0.00012, 0.00012);
        middle = spine.centreline().line(11, 2);
    }

    /** Share of the magnetisation that is inverted at a patient point, up to 1. */
    double at(Vec3 p) {
        double lost = Math.abs(tilt * (p.z() - middle));
        for (double[] region : regions) {
            double x = p.x() - region[0];
            double y = p.y() - region[1];
            double z = p.z() - region[2];
            double d2 = (x * x + y * y + z * z) * region[3];
            if (d2 < 4) {
                double fall = 1 - d2 / 4;
                lost += region[4] * fall * fall;
            }
        }
        return Math.max(0.45, 1 - lost);
    }
}
