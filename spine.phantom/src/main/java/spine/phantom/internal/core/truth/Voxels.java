package spine.phantom.internal.core.truth;

import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.core.scan.VoxelSampling;

/** The voxels of a grid, sampled as by {@link VoxelSampling}. For one thread. */
final class Voxels {
    private final Grid grid;
    private final Signal signal;

    Voxels(Grid grid, Signal signal) {
        this.grid = grid;
        this.signal = signal;
    }

    /** The place of a sample in the patient as he lay at first, mm. */
    Vec3 sample(SlicePlane plane, int row, int column, int sample) {
        return plane.toPatient(column + VoxelSampling.column(sample), row + VoxelSampling.row(sample))
                .plus(plane.normal().times(grid.thickness()).times(VoxelSampling.depth(sample))).minus(grid.moved());
    }

    /** The magnitude of the signal of a voxel, without noise, still fluid being 1. */
    double signal(SlicePlane plane, int row, int column) {
        double sum = 0;
        for (int i = 0; i < VoxelSampling.FINE; i++) {
            Vec3 p = sample(plane, row, column, i);
            sum += signal.at(p.x(), p.y(), p.z());
        }
        return Math.abs(sum) / VoxelSampling.FINE;
    }
}
