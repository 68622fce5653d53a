package spine.agreement.mask;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Squared distance in mm2 from each voxel of a box to the nearest voxel of a set, exact: the lower envelope of parabolas along one axis
 * after the other (Felzenszwalb and Huttenlocher, Theory of Computing 2012;8:415-28).
 */
final class DistanceTransform {
    private final MaskGrid grid;
    /** First voxel and size along columns, rows and slices. */
    private final int[] from;
    private final int[] size;
    private final double[] squares;

    /** @param around voxels whose bounding box is the box; the set lies within it and is not empty */
    DistanceTransform(MaskGrid grid, BitSet set, BitSet around) {
        this.grid = grid;
        int[] to = {-1, -1, -1};
        from = new int[] {grid.columns(), grid.rows(), grid.slices()};
        size = new int[3];
        around.stream().forEach(voxel -> {
            for (int axis = 0; axis < 3; axis++) {
                from[axis] = Math.min(from[axis], place(voxel, axis));
                to[axis] = Math.max(to[axis], place(voxel, axis));
            }
        });
        for (int axis = 0; axis < 3; axis++) {
            size[axis] = to[axis] - from[axis] + 1;
        }
        squares = new double[size[0] * size[1] * size[2]];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        set.stream().forEach(voxel -> squares[index(voxel)] = 0);
        pass(0, 1, grid.columnMm());
        pass(1, size[0], grid.rowMm());
        pass(2, size[0] * size[1], grid.sliceMm());
    }

    /** Squared distance of a voxel of the grid that lies in the box, mm2. */
    double at(int voxel) {
        return squares[index(voxel)];
    }

    private int place(int voxel, int axis) {
        return switch (axis) {
            case 0 -> voxel % grid.columns();
            case 1 -> voxel / grid.columns() % grid.rows();
            default -> voxel / grid.columns() / grid.rows();
        };
    }

    private int index(int voxel) {
        return ((place(voxel, 2) - from[2]) * size[1] + place(voxel, 1) - from[1]) * size[0] + place(voxel, 0) - from[0];
    }

    private void pass(int axis, int step, double mm) {
        int length = size[axis];
        double[] line = new double[length];
        int[] lowest = new int[length];
        double[] begin = new double[length];
        for (int start = 0; start < squares.length; start++) {
            if (start / step % length == 0) {
                for (int i = 0; i < length; i++) {
                    line[i] = squares[start + i * step];
                }
                int last = envelope(line, mm, lowest, begin);
                for (int i = 0, at = 0; i < length && last >= 0; i++) {
                    while (at < last && begin[at + 1] < i * mm) {
                        at++;
                    }
                    double apart = (i - lowest[at]) * mm;
                    squares[start + i * step] = apart * apart + line[lowest[at]];
                }
            }
        }
    }

    /** The parabolas of the envelope in order, and where each begins to be the lowest; the index of the last one, -1 if there is none. */
    private static int envelope(double[] line, double mm, int[] lowest, double[] begin) {
        int last = -1;
        for (int i = 0; i < line.length; i++) {
            if (line[i] == Double.POSITIVE_INFINITY) {
                continue;
            }
            double crossing = Double.NEGATIVE_INFINITY;
            while (last >= 0) {
                double x = i * mm;
                double other = lowest[last] * mm;
                crossing = (line[i] + x * x - line[lowest[last]] - other * other) / (2 * (x - other));
                if (crossing > begin[last]) {
                    break;
                }
                last--;
                crossing = Double.NEGATIVE_INFINITY;
            }
            last++;
            lowest[last] = i;
            begin[last] = crossing;
        }
        return last;
    }
}
