package spine.io.nifti.internal;

import java.util.Arrays;
import java.util.List;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/**
 * The regular grid of voxels on which a stack is written: i is the column, j the row, k the slice. NIfTI knows one distance of slices only.
 * Where slices of a stack are missing, the grid has blank slices in their places, so that all others lie where they were acquired.
 *
 * @param columns extent of i
 * @param rows extent of j
 * @param sliceAt for each k the slice of the stack, {@link #BLANK} if there is none
 * @param origin centre of voxel (0, 0, 0), patient LPS mm
 * @param stepI LPS mm from one voxel to the next along i
 * @param stepJ the same along j
 * @param stepK the same along k
 */
record VoxelGrid(int columns, int rows, List<Integer> sliceAt, Vec3 origin, Vec3 stepI, Vec3 stepJ, Vec3 stepK) {
    static final int BLANK = -1;

    VoxelGrid {
        sliceAt = List.copyOf(sliceAt);
    }

    static VoxelGrid of(SliceStack stack) {
        SlicePlane plane = stack.plane();
        Integer[] sliceAt = sliceAt(distances(stack));
        Vec3 stepK = sliceAt.length == 1 ? plane.normal().times(stack.sliceSpacing())
                : last(stack).plane().origin().minus(plane.origin()).times(1.0 / (sliceAt.length - 1));
        return new VoxelGrid(stack.columns(), stack.rows(), List.of(sliceAt), plane.origin(),
                plane.alongRow().times(plane.columnSpacing()), plane.alongColumn().times(plane.rowSpacing()), stepK);
    }

    private static Slice last(SliceStack stack) {
        return stack.slices().get(stack.slices().size() - 1);
    }

    /** From each slice to the next, mm. */
    private static double[] distances(SliceStack stack) {
        double[] places = stack.slices().stream().mapToDouble(slice -> stack.plane().distanceOf(slice.plane().origin())).toArray();
        double[] distances = new double[places.length - 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = places[i + 1] - places[i];
        }
        return distances;
    }

    /** A distance of n times the median is n steps, as in the warning that slices are missing. */
    private static Integer[] sliceAt(double[] distances) {
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        double usual = sorted.length == 0 ? 1 : sorted[(sorted.length - 1) / 2];
        int[] places = new int[distances.length + 1];
        for (int i = 0; i < distances.length; i++) {
            places[i + 1] = places[i] + Math.max(1, (int) Math.round(distances[i] / usual));
        }
        Integer[] sliceAt = new Integer[places[distances.length] + 1];
        Arrays.fill(sliceAt, BLANK);
        for (int slice = 0; slice < places.length; slice++) {
            sliceAt[places[slice]] = slice;
        }
        return sliceAt;
    }

    int slices() {
        return sliceAt.size();
    }

    /** Where the centre of a voxel lies, patient LPS mm. */
    Vec3 toPatient(double i, double j, double k) {
        return origin.plus(stepI.times(i)).plus(stepJ.times(j)).plus(stepK.times(k));
    }

    /** How far the corner of a slice that is furthest from its place in the grid lies from it, mm: 0 for equally spaced parallel slices. */
    double deviationMm(Slice slice, int k) {
        double furthest = 0;
        for (int i : new int[] {0, columns - 1}) {
            for (int j : new int[] {0, rows - 1}) {
                furthest = Math.max(furthest, slice.plane().toPatient(i, j).distance(toPatient(i, j, k)));
            }
        }
        return furthest;
    }
}
