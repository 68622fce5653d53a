package spine.anatomy.internal.geometry;

import spine.anatomy.internal.classmap.VoxelCloud;
import spine.common.raster.ConnectedComponents;
import spine.common.raster.Connectivity;

/** The pixels of one body or disc on all slices of a stack, in a box around them. */
final class StructureMask {
    /** Pixels around the structure that the box keeps free, for closings. Origin: first version. */
    private static final int MARGIN = 5;
    /** Smallest component that stays, as a share of the largest. Origin: first version. */
    private static final double LEAST_SHARE = 0.1;

    final int left;
    final int top;
    final int width;
    final int height;
    final int firstSlice;
    /** {@code [slice - firstSlice][y * width + x]}. */
    final boolean[][] in;

    /** @param voxels indices into the cloud, at least one */
    StructureMask(int[] voxels, VoxelCloud cloud, int columns, int rows) {
        int x0 = columns;
        int x1 = 0;
        int y0 = rows;
        int y1 = 0;
        int s0 = Integer.MAX_VALUE;
        int s1 = 0;
        for (int v : voxels) {
            x0 = Math.min(x0, cloud.pixel(v) % columns);
            x1 = Math.max(x1, cloud.pixel(v) % columns);
            y0 = Math.min(y0, cloud.pixel(v) / columns);
            y1 = Math.max(y1, cloud.pixel(v) / columns);
            s0 = Math.min(s0, cloud.slice(v));
            s1 = Math.max(s1, cloud.slice(v));
        }
        left = Math.max(0, x0 - MARGIN);
        top = Math.max(0, y0 - MARGIN);
        width = Math.min(columns, x1 + MARGIN + 1) - left;
        height = Math.min(rows, y1 + MARGIN + 1) - top;
        firstSlice = s0;
        in = new boolean[s1 - s0 + 1][width * height];
        for (int v : voxels) {
            in[cloud.slice(v) - s0][(cloud.pixel(v) / columns - top) * width + cloud.pixel(v) % columns - left] = true;
        }
    }

    /** Drops connected components with less than a tenth of the largest one's pixels. */
    void dropSmallComponents() {
        int area = width * height;
        ConnectedComponents parts = ConnectedComponents.of(in.length, height, width, Connectivity.SIX, v -> in[v / area][v % area]);
        int largest = parts.components().stream().mapToInt(part -> part.length).max().orElse(0);
        for (int[] part : parts.components()) {
            if (part.length < LEAST_SHARE * largest) {
                for (int v : part) {
                    in[v / area][v % area] = false;
                }
            }
        }
    }

    /** The mask with everything it encloses. */
    static boolean[] filled(boolean[] mask, int width, int height) {
        boolean[] result = mask.clone();
        ConnectedComponents background = ConnectedComponents.of(1, height, width, Connectivity.FOUR, i -> !mask[i]);
        for (int[] part : background.components()) {
            if (!touchesEdge(part, width, height)) {
                for (int i : part) {
                    result[i] = true;
                }
            }
        }
        return result;
    }

    private static boolean touchesEdge(int[] pixels, int width, int height) {
        for (int i : pixels) {
            int x = i % width;
            if (x == 0 || x == width - 1 || i < width || i >= width * (height - 1)) {
                return true;
            }
        }
        return false;
    }
}
