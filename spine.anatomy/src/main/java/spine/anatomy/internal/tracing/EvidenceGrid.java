package spine.anatomy.internal.tracing;

import spine.anatomy.internal.classmap.TissueMap;
import spine.anatomy.internal.classmap.VoxelCloud;
import spine.api.image.Vec3;

/** Volume of bone and disc on a coarse patient-aligned grid, blurred to about the size of a vertebral body. */
final class EvidenceGrid {
    /** Size of a cell from side to side, mm. Origin: first version. */
    static final double CELL_X = 6;
    /** Size of a cell from front to back, mm. Origin: first version. */
    static final double CELL_Y = 4;
    /** Height of a layer, mm. Origin: first version. */
    static final double CELL_Z = 4;
    /** Least distance of the canal behind a cell in the middle of a body, mm. Origin: bench 2. */
    private static final double NEAREST_CANAL = 10;
    /** Largest distance of the canal behind a cell in the middle of a body, mm. Origin: bench 2. */
    private static final double FARTHEST_CANAL = 32;
    /** Volume of canal behind a cell from which it runs there, mm3. Origin: bench 2. */
    private static final double LEAST_CANAL = 100;
    /** Weights of the blur, by cells. Origin: first version. */
    private static final float[] KERNEL = {1 / 3f, 2 / 3f, 1, 2 / 3f, 1 / 3f};

    final int nx;
    final int ny;
    final int nz;
    final double x0;
    final double y0;
    /** z of the middle of layer 0; layers go down towards the feet. */
    final double z0;
    /** {@code [layer][iy * nx + ix]}, mm3. */
    final float[][] volume;

    EvidenceGrid(VoxelCloud cloud, boolean[] counts) {
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < cloud.size(); i++) {
            if (counts[cloud.tissue(i)]) {
                low[0] = Math.min(low[0], cloud.x(i));
                low[1] = Math.min(low[1], cloud.y(i));
                low[2] = Math.min(low[2], cloud.z(i));
                high[0] = Math.max(high[0], cloud.x(i));
                high[1] = Math.max(high[1], cloud.y(i));
                high[2] = Math.max(high[2], cloud.z(i));
            }
        }
        boolean empty = high[0] < low[0];
        nx = empty ? 0 : 1 + (int) ((high[0] - low[0]) / CELL_X);
        ny = empty ? 0 : 1 + (int) ((high[1] - low[1]) / CELL_Y);
        nz = empty ? 0 : 1 + (int) ((high[2] - low[2]) / CELL_Z);
        x0 = low[0] + CELL_X / 2;
        y0 = low[1] + CELL_Y / 2;
        z0 = high[2] - CELL_Z / 2;
        float[][] raw = new float[nz][nx * ny];
        float voxel = (float) cloud.voxelVolume();
        for (int i = 0; i < cloud.size(); i++) {
            if (counts[cloud.tissue(i)]) {
                int ix = (int) ((cloud.x(i) - low[0]) / CELL_X);
                int iy = (int) ((cloud.y(i) - low[1]) / CELL_Y);
                int iz = (int) ((high[2] - cloud.z(i)) / CELL_Z);
                raw[iz][iy * nx + ix] += voxel;
            }
        }
        volume = new float[nz][];
        for (int layer = 0; layer < nz; layer++) {
            volume[layer] = blurred(raw[layer]);
        }
    }

    /** Where the canal runs at the usual distance behind a cell, {@code [layer][iy * nx + ix]}. */
    boolean[][] canalBehind(TissueMap map) {
        float[][] canal = new float[nz][nx * ny];
        double voxel = map.voxelVolume();
        map.visitCanal((slice, pixel, point) -> mark(canal, point, voxel));
        boolean[][] behind = new boolean[nz][nx * ny];
        for (int layer = 0; layer < nz; layer++) {
            for (int i = 0; i < behind[layer].length; i++) {
                behind[layer][i] = canal[layer][i] > LEAST_CANAL;
            }
        }
        return behind;
    }

    /** Adds the voxel to all cells that lie in front of it as bodies lie in front of the canal. */
    private void mark(float[][] canal, Vec3 point, double voxel) {
        int layer = (int) Math.round((z0 - point.z()) / CELL_Z);
        int x = (int) Math.round((point.x() - x0) / CELL_X);
        int near = (int) Math.round((point.y() - NEAREST_CANAL - y0) / CELL_Y);
        int far = (int) Math.round((point.y() - FARTHEST_CANAL - y0) / CELL_Y);
        for (int iy = Math.max(0, far); layer >= 0 && layer < nz && iy <= Math.min(ny - 1, near); iy++) {
            for (int ix = Math.max(0, x - 1); ix <= Math.min(nx - 1, x + 1); ix++) {
                canal[layer][iy * nx + ix] += (float) voxel;
            }
        }
    }

    private float[] blurred(float[] raw) {
        float[] along = new float[raw.length];
        for (int y = 0; y < ny; y++) {
            for (int x = 0; x < nx; x++) {
                float sum = 0;
                for (int k = -2; k <= 2; k++) {
                    int xx = x + k;
                    sum += xx >= 0 && xx < nx ? KERNEL[k + 2] * raw[y * nx + xx] : 0;
                }
                along[y * nx + x] = sum;
            }
        }
        float[] both = new float[raw.length];
        for (int y = 0; y < ny; y++) {
            for (int k = -2; k <= 2; k++) {
                int yy = y + k;
                if (yy >= 0 && yy < ny) {
                    for (int x = 0; x < nx; x++) {
                        both[y * nx + x] += KERNEL[k + 2] * along[yy * nx + x];
                    }
                }
            }
        }
        return both;
    }
}
