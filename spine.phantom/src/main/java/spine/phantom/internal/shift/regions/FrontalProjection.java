package spine.phantom.internal.shift.regions;

import spine.phantom.internal.shift.spine.Centreline;
import spine.phantom.internal.shift.spine.Spine;

/**
 * The centreline projected to the frontal plane: level and anterior wall by height. Organs far from the spine follow it instead of the
 * tilted vertebrae. Immutable.
 */
final class FrontalProjection {
    private static final double PER_LEVEL = 24;
    private final double top;
    private final double[] level;
    private final double[] front;

    FrontalProjection(Spine spine) {
        Centreline centreline = spine.centreline();
        top = centreline.line(-1, 2);
        double bottom = centreline.line(centreline.bottom(), 2);
        int length = Math.max(3, (int) (top - bottom));
        level = new double[length];
        front = new double[length];
        double at = -1;
        for (int i = 0; i < length; i++) {
            while (at < centreline.bottom() && centreline.line(at, 2) > top - i) {
                at += 0.02;
            }
            level[i] = at;
            front[i] = centreline.line(at, 1) - spine.canal().front(at);
        }
    }

    /** Level (C2 = 0) at a height (patient z); continues beyond both ends. */
    double level(double z) {
        double below = top - z;
        if (below < 0) {
            return level[0] + below / PER_LEVEL;
        }
        if (below >= level.length - 1) {
            return level[level.length - 1] + (below - level.length + 1) / PER_LEVEL;
        }
        int i = (int) below;
        return level[i] + (level[i + 1] - level[i]) * (below - i);
    }

    /** Patient y of the anterior wall at a height. */
    double front(double z) {
        double below = Math.max(0, Math.min(front.length - 1.001, top - z));
        int i = (int) below;
        return front[i] + (front[i + 1] - front[i]) * (below - i);
    }

    /** Height of the upper end of the line. */
    double top() {
        return top;
    }
}
