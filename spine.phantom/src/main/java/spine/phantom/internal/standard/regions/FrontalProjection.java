package spine.phantom.internal.standard.regions;

import spine.phantom.internal.standard.spine.Centreline;
import spine.phantom.internal.standard.spine.Spine;

/**
 * The centreline projected to the frontal plane: level by height. Organs far from the spine follow it instead of the tilted vertebrae,
 * whose planes meet in front of the sacrum. Immutable.
 */
final class FrontalProjection {
    private final double top;
    private final double[] level;
    private final double[] back;
    private final double perMm;

    FrontalProjection(Spine spine) {
        Centreline centreline = spine.centreline();
        int last = centreline.nodes() - 1;
        top = centreline.node(0, 2);
        int length = Math.max(2, (int) (top - centreline.node(last, 2)));
        level = new double[length];
        back = new double[length];
        int node = 0;
        for (int i = 0; i < length; i++) {
            double z = top - i;
            while (node < last - 1 && centreline.node(node + 1, 2) > z) {
                node++;
            }
            double span = centreline.node(node, 2) - centreline.node(node + 1, 2);
            double t = span > 1e-6 ? Math.max(0, Math.min(1, (centreline.node(node, 2) - z) / span)) : 0;
            level[i] = (node + t - 2) / 2;
            back[i] = centreline.node(node, 1) + (centreline.node(node + 1, 1) - centreline.node(node, 1)) * t;
        }
        perMm = 1.0 / 22;
    }

    /** Level (C2 = 0) at a height (patient z); continues below the coccyx and above the skull base. */
    double level(double z) {
        double below = top - z;
        if (below < 0) {
            return level[0] + below * perMm;
        }
        if (below >= level.length - 1) {
            return level[level.length - 1] + (below - level.length + 1) * perMm;
        }
        int i = (int) below;
        return level[i] + (level[i + 1] - level[i]) * (below - i);
    }

    /** Patient y of the line at a height. */
    double y(double z) {
        double below = Math.max(0, Math.min(back.length - 1.001, top - z));
        int i = (int) below;
        return back[i] + (back[i + 1] - back[i]) * (below - i);
    }
}
