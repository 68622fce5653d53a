package spine.anatomy.internal.geometry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The pixels of one body or disc on all slices of a stack, in a box around them. */
final class StructureMask {
    private static final int MARGIN = 5;
    private static final double LEAST_PIECE = 0.1;

    final int left;
    final int top;
    final int width;
    final int height;
    final int firstSlice;
    /** {@code [slice - firstSlice][y * width + x]}. */
    final boolean[][] in;

    /** @param voxels indices into slice and pixel, at least one */
    StructureMask(int[] voxels, int[] slice, int[] pixel, int columns, int rows) {
        int x0 = columns;
        int x1 = 0;
        int y0 = rows;
        int y1 = 0;
        int s0 = Integer.MAX_VALUE;
        int s1 = 0;
        for (int v : voxels) {
            x0 = Math.min(x0, pixel[v] % columns);
            x1 = Math.max(x1, pixel[v] % columns);
            y0 = Math.min(y0, pixel[v] / columns);
            y1 = Math.max(y1, pixel[v] / columns);
            s0 = Math.min(s0, slice[v]);
            s1 = Math.max(s1, slice[v]);
        }
        left = Math.max(0, x0 - MARGIN);
        top = Math.max(0, y0 - MARGIN);
        width = Math.min(columns, x1 + MARGIN + 1) - left;
        height = Math.min(rows, y1 + MARGIN + 1) - top;
        firstSlice = s0;
        in = new boolean[s1 - s0 + 1][width * height];
        for (int v : voxels) {
            in[slice[v] - s0][(pixel[v] / columns - top) * width + pixel[v] % columns - left] = true;
        }
    }

    /** Drops connected pieces with less than a tenth of the largest one's pixels. */
    void dropSmallPieces() {
        int[][] piece = new int[in.length][width * height];
        List<Integer> sizes = new ArrayList<>();
        sizes.add(0);
        int largest = 0;
        for (int s = 0; s < in.length; s++) {
            for (int i = 0; i < in[s].length; i++) {
                if (in[s][i] && piece[s][i] == 0) {
                    int size = flood(s, i, piece, sizes.size());
                    sizes.add(size);
                    largest = Math.max(largest, size);
                }
            }
        }
        for (int s = 0; s < in.length; s++) {
            for (int i = 0; i < in[s].length; i++) {
                in[s][i] = in[s][i] && sizes.get(piece[s][i]) >= LEAST_PIECE * largest;
            }
        }
    }

    private int flood(int slice, int start, int[][] piece, int label) {
        Deque<Integer> open = new ArrayDeque<>();
        int area = width * height;
        piece[slice][start] = label;
        open.push(slice * area + start);
        int size = 0;
        while (!open.isEmpty()) {
            int at = open.pop();
            size++;
            int s = at / area;
            int i = at % area;
            int x = i % width;
            visit(s, i - 1, x > 0, piece, label, open);
            visit(s, i + 1, x < width - 1, piece, label, open);
            visit(s, i - width, i >= width, piece, label, open);
            visit(s, i + width, i < area - width, piece, label, open);
            visit(s - 1, i, s > 0, piece, label, open);
            visit(s + 1, i, s < in.length - 1, piece, label, open);
        }
        return size;
    }

    private void visit(int s, int i, boolean exists, int[][] piece, int label, Deque<Integer> open) {
        if (exists && in[s][i] && piece[s][i] == 0) {
            piece[s][i] = label;
            open.push(s * width * height + i);
        }
    }

    /** The mask with everything it encloses. */
    static boolean[] filled(boolean[] mask, int width, int height) {
        boolean[] outside = new boolean[mask.length];
        int[] open = new int[mask.length];
        int n = 0;
        for (int i = 0; i < mask.length; i++) {
            int x = i % width;
            boolean edge = x == 0 || x == width - 1 || i < width || i >= width * (height - 1);
            if (edge && !mask[i]) {
                outside[i] = true;
                open[n++] = i;
            }
        }
        while (n > 0) {
            int i = open[--n];
            int x = i % width;
            int[] next = {x > 0 ? i - 1 : i, x < width - 1 ? i + 1 : i, i >= width ? i - width : i,
                i < width * (height - 1) ? i + width : i};
            for (int k : next) {
                if (!mask[k] && !outside[k]) {
                    outside[k] = true;
                    open[n++] = k;
                }
            }
        }
        boolean[] result = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            result[i] = !outside[i];
        }
        return result;
    }
}
