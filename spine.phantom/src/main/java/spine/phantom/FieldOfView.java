package spine.phantom;

import java.util.List;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.standard.spine.Spine;

/**
 * Shorter fields of view than whole-spine stations have, so that a model also sees bodies at the edges of images: lumbar and thoraco-lumbar
 * ones that end between L5 and S3, cervical ones that begin at C2, and others anywhere.
 */
final class FieldOfView {
    private static final double SHARE = 0.4;
    private static final double SHORTEST = 140;
    private static final double LONGEST = 340;

    private FieldOfView() {
    }

    /** A part of the rows of a grid of a patient, or all of them. */
    static Grid of(Spine spine, Grid grid, SeededRandom draw) {
        SlicePlane plane = grid.planes().get(0);
        int rows = (int) (draw.uniform(SHORTEST, LONGEST) / plane.rowSpacing());
        if (!draw.chance(SHARE) || rows >= grid.rows()) {
            return grid;
        }
        int first = switch (draw.weighted(0.65, 0.15, 0.2)) {
            case 0 -> row(spine, Levels.S1, plane, grid) + (int) (draw.uniform(-30, 70) / plane.rowSpacing()) - rows;
            case 1 -> row(spine, 0, plane, grid) - (int) (draw.uniform(-15, 40) / plane.rowSpacing());
            default -> draw.between(0, grid.rows() - rows);
        };
        int top = Math.max(0, Math.min(grid.rows() - rows, first));
        List<SlicePlane> planes = grid.planes().stream().map(p -> new SlicePlane(p.origin().plus(p.alongColumn()
                .times(top * p.rowSpacing())),
                p.alongRow(), p.alongColumn(), p.columnSpacing(), p.rowSpacing())).toList();
        return new Grid(planes, rows, grid.columns(), grid.thickness(), grid.moved());
    }

    private static int row(Spine spine, int vertebra, SlicePlane plane, Grid grid) {
        Vec3 centre = spine.vertebra(vertebra).frame().centre().plus(grid.moved());
        return (int) plane.rowOf(centre);
    }
}
