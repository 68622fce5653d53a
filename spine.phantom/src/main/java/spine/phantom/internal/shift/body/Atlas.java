package spine.phantom.internal.shift.body;

import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** The ring of C1: arches and lateral masses. It has no body and no label. */
final class Atlas {

    private Atlas() {
    }

    /**
     * Fills {@code sample} if the point is bone of the atlas.
     *
     * @param level C2 = 0
     * @param ahead distance in front of the anterior wall of the bodies, mm
     * @param behind distance behind the posterior wall, mm
     * @param side distance from the median plane, mm
     * @return whether it is
     */
    static boolean sample(double level, double ahead, double behind, double side, TissueSample sample) {
        if (level > -0.4 || level < -0.95) {
            return false;
        }
        double up = (level + 0.66) * 24;
        double front = Math.min(4.8 - Math.abs(up), side < 8 ? 2.8 - Math.abs(ahead - 3) : -1);
        double back = Math.min(3.6 - Math.abs(up + 1), side < 13 ? 2.8 - Math.abs(behind - 22 + side * 0.3) : -1);
        double mass = Math.min(7.5 - Math.abs(up), 6 - Math.abs(side - 18)) - Math.max(0, Math.abs(behind - 3) - 8);
        double inside = Math.max(front, Math.max(back, mass));
        if (inside <= 0) {
            return false;
        }
        sample.tissue = inside < 0.9 ? Tissue.CORTEX : Tissue.MARROW;
        sample.fat = 0.45;
        return true;
    }
}
