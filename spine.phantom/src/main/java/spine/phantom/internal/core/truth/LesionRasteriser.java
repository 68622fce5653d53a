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
    private final Signal signal;
    private final BodyCoordinates point = new BodyCoordinates();

    LesionRasteriser(SpineGeometry spine, MarrowInflammation lesions, Grid grid, Signal signal) {
        this.spine = spine;
        this.lesions = lesions;
        this.grid = grid;
        this.signal = signal;
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
        Collected found = new Collected(body.index());
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

    private void pixel(BodyGeometry body, SlicePlane plane, int row, int column, Collected found) {
        Vec3 middle = plane.toPatient(column, row).minus(grid.moved());
        body.locate(middle.x(), middle.y(), middle.z(), point);
        if (point.fromUpper < -3 || point.fromLower < -3 || point.fromFront < -3 || point.fromBack < -3) {
            return;
        }
        boolean upperHalf = point.cranial > 0;
        boolean front = point.anterior > 0;
        Vec3 normal = plane.normal().times(grid.thickness());
        int inside = 0;
        double fromUpper = 0;
        double fromLower = 0;
        for (int i = 0; i < VoxelSampling.FINE; i++) {
            Vec3 p = at(plane, row, column, normal, i);
            body.locate(p.x(), p.y(), p.z(), point);
            if (lesions.oedema(body.index(), point)) {
                inside++;
                fromUpper = Math.max(fromUpper, point.fromUpper);
                fromLower = Math.max(fromLower, point.fromLower);
            }
        }
        if (2 * inside > VoxelSampling.FINE) {
            double sum = 0;
            for (int i = 0; i < VoxelSampling.FINE; i++) {
                Vec3 p = at(plane, row, column, normal, i);
                sum += signal.at(p.x(), p.y(), p.z());
            }
            found.add(row * grid.columns() + column, fromUpper, fromLower, upperHalf, front, Math.abs(sum) / VoxelSampling.FINE);
        }
    }

    private Vec3 at(SlicePlane plane, int row, int column, Vec3 normal, int sample) {
        return plane.toPatient(column + VoxelSampling.column(sample), row
                + VoxelSampling.row(sample)).plus(normal.times(VoxelSampling.depth(sample)))
                .minus(grid.moved());
    }

    private static final class Collected {
        private final int vertebra;
        private final List<Integer> pixel = new ArrayList<>();
        private final List<double[]> measures = new ArrayList<>();
        private final List<boolean[]> sides = new ArrayList<>();

        Collected(int vertebra) {
            this.vertebra = vertebra;
        }

        void add(int index, double fromUpper, double fromLower, boolean upperHalf, boolean front, double signal) {
            pixel.add(index);
            measures.add(new double[] {fromUpper, fromLower, signal});
            sides.add(new boolean[] {upperHalf, front});
        }

        LesionPixels pixels() {
            int n = pixel.size();
            boolean[] upper = new boolean[n];
            boolean[] front = new boolean[n];
            for (int i = 0; i < n; i++) {
                upper[i] = sides.get(i)[0];
                front[i] = sides.get(i)[1];
            }
            return new LesionPixels(vertebra, pixel.stream().mapToInt(Integer::intValue).toArray(), column(0), column(1), upper, front,
                    column(2));
        }

        private double[] column(int index) {
            return measures.stream().mapToDouble(m -> m[index]).toArray();
        }
    }
}
