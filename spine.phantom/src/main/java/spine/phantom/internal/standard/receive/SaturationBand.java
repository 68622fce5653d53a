package spine.phantom.internal.standard.receive;

import java.util.Arrays;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.standard.spine.Centreline;
import spine.phantom.internal.standard.spine.Spine;

/** Saturation band in front of the spine, which technicians use against motion ghosts. Immutable. */
final class SaturationBand {
    private final double[] kept;

    /** The band of a sagittal grid; without effect in most examinations. */
    SaturationBand(Spine spine, Grid grid, SeededRandom random) {
        kept = new double[grid.columns()];
        Arrays.fill(kept, 1);
        boolean applied = random.chance(0.4);
        double residual = random.uniform(0.08, 0.5);
        double distance = random.uniform(10, 35);
        double soft = random.uniform(4, 14);
        SlicePlane plane = grid.planes().get(grid.planes().size() / 2);
        double front = grid.columns();
        for (int node = 2; node < spine.centreline().nodes(); node++) {
            Centreline centreline = spine.centreline();
            Vec3 point = new Vec3(centreline.node(node, 0), centreline.node(node, 1) - spine.canal().frontWall()[node],
                    centreline.node(node, 2))
                    .plus(grid.moved());
            if (plane.rowOf(point) > 0 && plane.rowOf(point) < grid.rows()) {
                front = Math.min(front, plane.columnOf(point));
            }
        }
        for (int c = 0; applied && c < kept.length; c++) {
            double t = Math.max(0, Math.min(1, ((front - c) * plane.columnSpacing() - distance) / soft));
            kept[c] = 1 - (1 - residual) * t * t * (3 - 2 * t);
        }
    }

    /** Share of the signal that remains in a column, 0..1. */
    double kept(int column) {
        return kept[column];
    }
}
