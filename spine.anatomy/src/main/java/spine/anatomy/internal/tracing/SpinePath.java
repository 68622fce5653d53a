package spine.anatomy.internal.tracing;

/**
 * The path from head to foot that collects the most bone and disc, by dynamic programming over the layers of an
 * {@link EvidenceGrid}: false structures beside the spine, holes and missing pieces do not matter.
 */
final class SpinePath {
    /** Volume of bone and disc that supports a point of the path, mm3. Origin: first version. */
    static final double LEAST_VOLUME = 250;
    /** Cost of a step of one cell to the side; it grows with the square. Origin: first version. */
    private static final double SIDEWAYS = 8;
    /** Cost of a step of one cell to the front or back; it grows with the square. Origin: first version. */
    private static final double FORWARD = 4;
    /** Longest step to the side, in cells. Origin: first version. */
    private static final int FARTHEST_SIDEWAYS = 1;
    /** Longest step to the front or back, in cells. Origin: first version. */
    private static final int FARTHEST_FORWARD = 2;
    /** How much more bone in front of the canal counts than bone elsewhere. Origin: bench 2. */
    private static final float BEFORE_CANAL = 1.8f;

    private static final int WIDTH = 2 * FARTHEST_SIDEWAYS + 1;
    private static final byte STRAIGHT = FARTHEST_FORWARD * WIDTH + FARTHEST_SIDEWAYS;

    private SpinePath() {
    }

    /**
     * @param canal where the canal runs behind a cell, as {@link EvidenceGrid#canalBehind}
     * @return rows of x, y, z (mm) and weight (mm3) from head to foot, one per layer that lies between supported ones
     */
    static double[][] find(EvidenceGrid grid, boolean[][] canal) {
        int cells = grid.nx * grid.ny;
        float[] best = new float[cells];
        byte[][] from = new byte[grid.nz][cells];
        for (int layer = 0; layer < grid.nz; layer++) {
            float[] next = new float[cells];
            for (int y = 0; y < grid.ny; y++) {
                for (int x = 0; x < grid.nx; x++) {
                    int cell = y * grid.nx + x;
                    byte step = layer == 0 ? STRAIGHT : bestStep(grid, best, x, y);
                    float before = layer == 0 ? 0 : score(grid, best, x, y, step);
                    float evidence = (float) Math.sqrt(grid.volume[layer][cell]);
                    next[cell] = before + (canal[layer][cell] ? BEFORE_CANAL * evidence : evidence);
                    from[layer][cell] = step;
                }
            }
            best = next;
        }
        return supported(grid, traced(grid, best, from));
    }

    private static byte bestStep(EvidenceGrid grid, float[] best, int x, int y) {
        float top = -Float.MAX_VALUE;
        byte choice = STRAIGHT;
        for (byte step = 0; step < WIDTH * (2 * FARTHEST_FORWARD + 1); step++) {
            int yy = y + dy(step);
            int xx = x + dx(step);
            if (yy >= 0 && yy < grid.ny && xx >= 0 && xx < grid.nx) {
                float score = score(grid, best, x, y, step);
                if (score > top) {
                    top = score;
                    choice = step;
                }
            }
        }
        return choice;
    }

    private static float score(EvidenceGrid grid, float[] best, int x, int y, byte step) {
        int dy = dy(step);
        int dx = dx(step);
        return best[(y + dy) * grid.nx + x + dx] - (float) (FORWARD * dy * dy + SIDEWAYS * dx * dx);
    }

    private static int dy(int step) {
        return step / WIDTH - FARTHEST_FORWARD;
    }

    private static int dx(int step) {
        return step % WIDTH - FARTHEST_SIDEWAYS;
    }

    private static int[] traced(EvidenceGrid grid, float[] best, byte[][] from) {
        int at = 0;
        for (int i = 1; i < best.length; i++) {
            at = best[i] > best[at] ? i : at;
        }
        int[] cell = new int[grid.nz];
        for (int layer = grid.nz - 1; layer >= 0; layer--) {
            cell[layer] = at;
            at += dy(from[layer][at]) * grid.nx + dx(from[layer][at]);
        }
        return cell;
    }

    /** The path without the layers before the first and after the last one with enough bone. */
    private static double[][] supported(EvidenceGrid grid, int[] cell) {
        int first = 0;
        int last = grid.nz - 1;
        while (first < last && grid.volume[first][cell[first]] < LEAST_VOLUME) {
            first++;
        }
        while (last > first && grid.volume[last][cell[last]] < LEAST_VOLUME) {
            last--;
        }
        double[][] points = new double[last - first + 1][];
        for (int layer = first; layer <= last; layer++) {
            int c = cell[layer];
            points[layer - first] = new double[] {grid.x0 + c % grid.nx * EvidenceGrid.CELL_X,
                grid.y0 + c / grid.nx * EvidenceGrid.CELL_Y, grid.z0 - layer * EvidenceGrid.CELL_Z,
                grid.volume[layer][c] + 1};
        }
        return points;
    }
}
