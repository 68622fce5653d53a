package spine.phantom.internal.core.truth;

import java.util.ArrayList;
import java.util.List;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.SpineGeometry;
import spine.phantom.internal.core.scan.Grid;

/** Assigns units to stacks: a unit on two stacks belongs to the one where it lies further from the edge of the field of view. */
final class UnitCoverage {
    private UnitCoverage() {
    }

    static List<DiscovertebralUnit> units(SpineGeometry spine, List<Grid> grids) {
        List<DiscovertebralUnit> units = new ArrayList<>();
        for (DiscLevel level : spine.variant().rows()) {
            int above = spine.variant().units().indexOf(level);
            if (above < 0) {
                units.add(DiscovertebralUnit.absent(level));
                continue;
            }
            int best = -1;
            double furthest = 0;
            for (int stack = 0; stack < grids.size(); stack++) {
                Grid grid = grids.get(stack);
                double edge = Math.min(margin(grid, spine.vertebra(above).frame().centre()),
                        Math.min(margin(grid, spine.discCentre(above)),
                                margin(grid, spine.vertebra(above + 1).frame().centre())));
                if (edge > furthest) {
                    furthest = edge;
                    best = stack;
                }
            }
            units.add(best < 0 ? DiscovertebralUnit.absent(level) : new DiscovertebralUnit(level, true, best, 1));
        }
        return units;
    }

    /** Distance from the nearest edge of the field of view, mm; negative outside, also beside the slices. */
    static double margin(Grid grid, Vec3 inPatient) {
        SlicePlane plane = grid.planes().get(0);
        Vec3 point = inPatient.plus(grid.moved());
        double row = Math.min(plane.rowOf(point), grid.rows() - 1 - plane.rowOf(point)) * plane.rowSpacing();
        double column = Math.min(plane.columnOf(point), grid.columns() - 1 - plane.columnOf(point)) * plane.columnSpacing();
        double last = plane.distanceOf(grid.planes().get(grid.planes().size() - 1).origin());
        double beside = plane.distanceOf(point);
        boolean covered = beside > -grid.thickness() / 2 && beside < last + grid.thickness() / 2;
        return covered ? Math.min(row, column) : -1;
    }
}
