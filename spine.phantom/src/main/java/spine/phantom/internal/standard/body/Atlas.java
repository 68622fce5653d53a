package spine.phantom.internal.standard.body;

import spine.phantom.internal.standard.tissue.Tissue;
import spine.phantom.internal.standard.tissue.TissueSample;

/** The ring of C1 around the dens: arches and lateral masses. It has no body and no label. */
final class Atlas {
    private static final double LEVEL = -0.62;
    private static final double MM_PER_LEVEL = 26;
    private static final double CORTEX = 0.9;

    private Atlas() {
    }

    /**
     * Fills {@code out} if the point is bone of the atlas.
     *
     * @param level C2 = 0
     * @param front distance in front of the anterior wall of the bodies, mm
     * @param behind distance behind the posterior wall, mm
     * @param side distance from the median plane, mm
     * @return whether it is
     */
    static boolean sample(double level, double front, double behind, double side, TissueSample out) {
        double c = (level - LEVEL) * MM_PER_LEVEL;
        double arch = Math.min(4.5 - Math.abs(c), side < 9 ? 3.2 - Math.abs(front - 2.6) : 0);
        double rear = Math.min(4 - Math.abs(c), 3.2 - Math.abs(behind - 24 + side * 0.25));
        double mass = Math.min(8 - Math.abs(c), 6.5 - Math.abs(side - 17)) - Math.max(0, Math.abs(behind - 2) - 8);
        double inside = Math.max(Math.max(arch, side < 14 ? rear : -1), mass);
        if (inside <= 0) {
            return false;
        }
        out.tissue = inside < CORTEX ? Tissue.CORTEX : Tissue.MARROW;
        out.marrow = inside < CORTEX ? -1 : 0;
        return true;
    }
}
