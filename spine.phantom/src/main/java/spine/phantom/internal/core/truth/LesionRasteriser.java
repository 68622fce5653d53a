package spine.phantom.internal.core.truth;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.BodyGeometry;
import spine.phantom.internal.core.geometry.SpineGeometry;
import spine.phantom.internal.core.lesion.MarrowInflammation;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.core.scan.VoxelSampling;

/**
 * Finds the inflamed pixels of a grid from the geometry alone. It samples voxels where the rasterisers of the generators do
 * ({@link VoxelSampling}), so that the result equals the oedema masks of their scans. For one thread.
 */
final class LesionRasteriser {
    private final SpineGeometry spine;
    private final MarrowInflammation lesions;
    private final Grid grid;
    private final Voxels voxels;
    private final BodyCoordinates point = new BodyCoordinates();

    LesionRasteriser(SpineGeometry spine, MarrowInflammation lesions, Grid grid, Signal signal) {
        this.spine = spine;
        this.lesions = lesions;
        this.grid = grid;
        this.voxels = new Voxels(grid, signal);
    }

    /** One entry per body with such a pixel on the slice, head to foot. */
    List<LesionPixels> slice(int slice) {
        List<LesionPixels> found = new ArrayList<>();
        for (int vertebra : lesions.inflamed()) {
            LesionPixels pixels = body(spine.vertebra(vertebra), grid.planes().get(slice));
            if (pixels.pixel().length > 0) {
                found.add(pixels);
            }
        }
        return found;
    }

    private LesionPixels body(BodyGeometry body, SlicePlane plane) {
        Vec3 centre = body.frame().centre().plus(grid.moved());
        double away = Math.abs(plane.distanceOf(centre)) - grid.thickness();
        PixelCollection found = new PixelCollection(body.index());
        if (away < body.reach()) {
            double half = body.reach();
            int top = clamp(plane.rowOf(centre) - half / plane.rowSpacing(), grid.rows());
            int bottom = clamp(plane.rowOf(centre) + half / plane.rowSpacing() + 1, grid.rows());
            int left = clamp(plane.columnOf(centre) - half / plane.columnSpacing(), grid.columns());
            int right = clamp(plane.columnOf(centre) + half / plane.columnSpacing() + 1, grid.columns());
            for (int row = top; row < bottom; row++) {
                for (int column = left; column < right; column++) {
                    pixel(body, plane, row, column, found);
                }
            }
        }
        return found.pixels();
    }

    private static int clamp(double at, int size) {
        return (int) Math.max(0, Math.min(size, at));
    }

    private void pixel(BodyGeometry body, SlicePlane plane, int row, int column, PixelCollection found) {
        Vec3 middle = plane.toPatient(column, row).minus(grid.moved());
        body.locate(middle.x(), middle.y(), middle.z(), point);
        if (point.fromUpper < -3 || point.fromLower < -3 || point.fromFront < -3 || point.fromBack < -3) {
            return;
        }
        boolean upperHalf = point.cranial > 0;
        boolean front = point.anterior > 0;
        int inside = 0;
        double fromUpper = 0;
        double fromLower = 0;
        for (int i = 0; i < VoxelSampling.FINE; i++) {
            Vec3 p = voxels.sample(plane, row, column, i);
            body.locate(p.x(), p.y(), p.z(), point);
            if (lesions.oedema(body.index(), point)) {
                inside++;
                fromUpper = Math.max(fromUpper, point.fromUpper);
                fromLower = Math.max(fromLower, point.fromLower);
            }
        }
        if (2 * inside > VoxelSampling.FINE) {
            found.add(row * grid.columns() + column, fromUpper, fromLower, upperHalf, front, voxels.signal(plane, row, column));
        }
    }
}
