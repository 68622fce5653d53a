package spine.common.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

    /**
     * The {@link #components} of a mask that takes a small part of a stack: what is looked at is the box around it.
     *
     * @param voxels all of the mask, ascending
     */
    public static List<int[]> of(int[] voxels, int rows, int columns, Connectivity connectivity) {
        if (voxels.length == 0) {
            return List.of();
        }
        int first = voxels[0] / columns / rows;
        int top = rows;
        int bottom = 0;
        int left = columns;
        int right = 0;
        for (int voxel : voxels) {
            top = Math.min(top, voxel / columns % rows);
            bottom = Math.max(bottom, voxel / columns % rows);
            left = Math.min(left, voxel % columns);
            right = Math.max(right, voxel % columns);
        }
        int slices = voxels[voxels.length - 1] / columns / rows - first + 1;
        int height = bottom - top + 1;
        int width = right - left + 1;
        BitSet box = new BitSet(slices * height * width);
        for (int voxel : voxels) {
            box.set(((voxel / columns / rows - first) * height + voxel / columns % rows - top) * width + voxel % columns - left);
        }
        List<int[]> components = of(slices, height, width, connectivity, box::get).components;
        for (int[] component : components) {
            for (int i = 0; i < component.length; i++) {
                int voxel = component[i];
                component[i] = ((voxel / width / height + first) * rows + voxel / width % height + top) * columns + voxel % width + left;
            }
        }
        return components;
    }

    /** Breadth-first search over what is not labelled yet. */
    private static final class Flood {
        private final int[] labels;
        private final int slices;
        private final int rows;
        private final int columns;
        private final List<Connectivity.Offset> offsets;
        private final int[] steps;
        private int[] queue = new int[64];
        private int found;

        Flood(int[] labels, int rows, int columns, Connectivity connectivity) {
            this.labels = labels;
            this.slices = labels.length / Math.max(1, rows * columns);
            this.rows = rows;
            this.columns = columns;
            this.offsets = connectivity.offsets();
            this.steps = new int[offsets.size()];
            for (int k = 0; k < steps.length; k++) {
                steps[k] = (offsets.get(k).slices() * rows + offsets.get(k).rows()) * columns + offsets.get(k).columns();
            }
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
            boolean inside = isInside(slice, slices) && isInside(row, rows) && isInside(column, columns);
            for (int k = 0; k < steps.length; k++) {
                if ((inside || leadsInside(offsets.get(k), slice, row, column)) && labels[voxel + steps[k]] == UNSEEN) {
                    add(voxel + steps[k], label);
                }
            }
        }

        private static boolean isInside(int index, int size) {
            return index > 0 && index < size - 1;
        }

        private boolean leadsInside(Connectivity.Offset offset, int slice, int row, int column) {
            int s = slice + offset.slices();
            int r = row + offset.rows();
            int c = column + offset.columns();
            return s >= 0 && s < slices && r >= 0 && r < rows && c >= 0 && c < columns;
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
