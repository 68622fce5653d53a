package spine.common.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The connected components of a mask. They are numbered from 1 in the order of their lowest voxel index. Immutable as long as
 * nobody writes to the arrays.
 *
 * @param labels by voxel index {@code (slice * rows + row) * columns + column}: 0 outside the mask, else the number of the component
 * @param components voxel indices of each, component 1 first; in breadth-first order from the lowest, in which neighbours follow
 *        one another by ascending index
 */
public record ConnectedComponents(int[] labels, List<int[]> components) {
    private static final int UNSEEN = -1;

    /** The components of one image: pixels that share an edge or a corner ({@link Connectivity#EIGHT}). */
    public static ConnectedComponents of(int rows, int columns, IntPredicate mask) {
        return of(1, rows, columns, Connectivity.EIGHT, mask);
    }

    /**
     * The components of a stack of slices of one size.
     *
     * @param mask whether the voxel of an index belongs to any component; asked once for each
     */
    public static ConnectedComponents of(int slices, int rows, int columns, Connectivity connectivity, IntPredicate mask) {
        int[] labels = new int[slices * rows * columns];
        for (int voxel = 0; voxel < labels.length; voxel++) {
            labels[voxel] = mask.test(voxel) ? UNSEEN : 0;
        }
        Flood flood = new Flood(labels, rows, columns, connectivity);
        List<int[]> components = new ArrayList<>();
        for (int voxel = 0; voxel < labels.length; voxel++) {
            if (labels[voxel] == UNSEEN) {
                components.add(flood.from(voxel, components.size() + 1));
            }
        }
        return new ConnectedComponents(labels, List.copyOf(components));
    }

    /** Breadth-first search over what is not labelled yet. */
    private static final class Flood {
        private final int[] labels;
        private final int slices;
        private final int rows;
        private final int columns;
        private final Connectivity connectivity;
        private int[] queue = new int[64];
        private int found;

        Flood(int[] labels, int rows, int columns, Connectivity connectivity) {
            this.labels = labels;
            this.slices = labels.length / Math.max(1, rows * columns);
            this.rows = rows;
            this.columns = columns;
            this.connectivity = connectivity;
        }

        int[] from(int seed, int label) {
            found = 0;
            add(seed, label);
            for (int next = 0; next < found; next++) {
                addNeighbours(queue[next], label);
            }
            return Arrays.copyOf(queue, found);
        }

        private void addNeighbours(int voxel, int label) {
            int column = voxel % columns;
            int row = voxel / columns % rows;
            int slice = voxel / columns / rows;
            for (int s = Math.max(0, slice - 1); s <= Math.min(slices - 1, slice + 1); s++) {
                for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                    for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                        int other = (s * rows + r) * columns + c;
                        if (labels[other] == UNSEEN && connectivity.joins(s - slice, r - row, c - column)) {
                            add(other, label);
                        }
                    }
                }
            }
        }

        private void add(int voxel, int label) {
            labels[voxel] = label;
            if (found == queue.length) {
                queue = Arrays.copyOf(queue, 2 * found);
            }
            queue[found++] = voxel;
        }
    }
}
