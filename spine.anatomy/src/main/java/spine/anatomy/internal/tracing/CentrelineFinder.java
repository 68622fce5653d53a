package spine.anatomy.internal.tracing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.image.Vec3;

/**
 * Finds the spine as the path from head to foot that collects the most bone and disc (dynamic programming over layers), so
 * that blobs beside the spine, holes and missing pieces do not matter; then smooths and recentres it.
 */
final class CentrelineFinder {
    private static final double SIDEWAYS = 8;
    private static final double FORWARD = 4;
    /** How much more bone in front of the canal counts than bone elsewhere. */
    private static final float BEFORE_CANAL = 1.8f;
    private static final double LEAST_VOLUME = 250;
    private static final double SMOOTH_MM = 12;
    private static final double BRIDGE_MM = 5;
    private static final double RADIUS_MM = 32;
    private static final double FRONT_MM = 20;
    private static final double BEYOND_MM = 40;

    private CentrelineFinder() {
    }

    /** @return the centreline, or empty if there is nothing like a spine (less than 25 mm of it) */
    static Optional<Centreline> find(VoxelCloud cloud, TissueMap map) {
        boolean[] counts = new boolean[TissueClass.COUNT];
        counts[TissueClass.BODY] = true;
        counts[TissueClass.DISC] = true;
        counts[TissueClass.C2] = true;
        counts[TissueClass.S1] = true;
        counts[TissueClass.SACRUM] = !map.knowsS1();
        EvidenceGrid grid = new EvidenceGrid(cloud, counts);
        if (grid.nz < 6) {
            return Optional.empty();
        }
        double[][] path = path(grid, grid.canalBehind(map));
        if (path.length < 6) {
            return Optional.empty();
        }
        Centreline rough = smooth(path);
        double[][] recentred = centroids(cloud, counts, rough);
        return Optional.of(recentred.length < 4 ? rough : smooth(recentred));
    }

    /** Rows of x, y, z, weight from head to foot. */
    private static double[][] path(EvidenceGrid grid, boolean[][] canal) {
        int cells = grid.nx * grid.ny;
        float[] best = new float[cells];
        byte[][] from = new byte[grid.nz][cells];
        for (int layer = 0; layer < grid.nz; layer++) {
            float[] next = new float[cells];
            for (int y = 0; y < grid.ny; y++) {
                for (int x = 0; x < grid.nx; x++) {
                    float top = layer == 0 ? 0 : -Float.MAX_VALUE;
                    byte choice = 7;
                    for (int dy = -2; layer > 0 && dy <= 2; dy++) {
                        for (int dx = -1; dx <= 1; dx++) {
                            int yy = y + dy;
                            int xx = x + dx;
                            if (yy >= 0 && yy < grid.ny && xx >= 0 && xx < grid.nx) {
                                float score = best[yy * grid.nx + xx] - (float) (FORWARD * dy * dy + SIDEWAYS * dx * dx);
                                if (score > top) {
                                    top = score;
                                    choice = (byte) ((dy + 2) * 3 + dx + 1);
                                }
                            }
                        }
                    }
                    float evidence = (float) Math.sqrt(grid.volume[layer][y * grid.nx + x]);
                    next[y * grid.nx + x] = top + (canal[layer][y * grid.nx + x] ? BEFORE_CANAL * evidence : evidence);
                    from[layer][y * grid.nx + x] = choice;
                }
            }
            best = next;
        }
        int at = 0;
        for (int i = 1; i < cells; i++) {
            at = best[i] > best[at] ? i : at;
        }
        int[] cell = new int[grid.nz];
        for (int layer = grid.nz - 1; layer >= 0; layer--) {
            cell[layer] = at;
            int choice = from[layer][at];
            at += (choice / 3 - 2) * grid.nx + choice % 3 - 1;
        }
        return trimmed(grid, cell);
    }

    private static double[][] trimmed(EvidenceGrid grid, int[] cell) {
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

    /** The points that enough bone supports, with straight bridges where it is missing. */
    private static double[][] bridged(double[][] points) {
        List<double[]> result = new ArrayList<>();
        double[] last = null;
        for (double[] point : points) {
            if (point[3] < LEAST_VOLUME && last != null && point != points[points.length - 1]) {
                continue;
            }
            int steps = last == null ? 0 : (int) ((last[2] - point[2]) / BRIDGE_MM);
            for (int k = 1; k < steps; k++) {
                double t = (double) k / steps;
                double[] between = new double[4];
                for (int c = 0; c < 4; c++) {
                    between[c] = last[c] + t * (point[c] - last[c]);
                }
                result.add(between);
            }
            result.add(point);
            last = point;
        }
        return result.toArray(double[][]::new);
    }

    /** Local straight-line fits of x and y over z, with a straight extension at both ends. */
    private static Centreline smooth(double[][] supported) {
        double[][] points = bridged(supported);
        double top = points[0][2];
        double bottom = points[points.length - 1][2];
        List<Vec3> curve = new ArrayList<>();
        int steps = Math.max(2, (int) Math.round((top - bottom) / 3));
        for (int i = 0; i <= steps; i++) {
            double z = top - (top - bottom) * i / steps;
            double[] fit = localLine(points, z);
            Vec3 point = new Vec3(fit[0], fit[1], z);
            if (i == 0) {
                curve.add(point.plus(new Vec3(fit[2], fit[3], 1).unit().times(BEYOND_MM)));
            }
            curve.add(point);
            if (i == steps) {
                curve.add(point.minus(new Vec3(fit[2], fit[3], 1).unit().times(BEYOND_MM)));
            }
        }
        return new Centreline(curve);
    }

    /** x, y, dx/dz, dy/dz at z. */
    private static double[] localLine(double[][] points, double z) {
        double w = 0;
        double sz = 0;
        double szz = 0;
        double[] s = new double[2];
        double[] szs = new double[2];
        for (double[] p : points) {
            double d = p[2] - z;
            double k = p[3] * (Math.exp(-d * d / (2 * SMOOTH_MM * SMOOTH_MM)) + 1e-9);
            w += k;
            sz += k * d;
            szz += k * d * d;
            for (int c = 0; c < 2; c++) {
                s[c] += k * p[c];
                szs[c] += k * d * p[c];
            }
        }
        double determinant = w * szz - sz * sz + 1e-9 * w * w;
        double[] fit = new double[4];
        for (int c = 0; c < 2; c++) {
            fit[2 + c] = (w * szs[c] - sz * s[c]) / determinant;
            fit[c] = (s[c] - fit[2 + c] * sz) / w;
        }
        return fit;
    }

    /** The line through the middle of what {@code spine} kept, empty if that is too little. */
    static Optional<Centreline> recentred(StraightenedSpine spine, boolean knowsS1) {
        int bins = (int) (spine.line.length() / 4) + 1;
        double[][] sums = new double[bins][4];
        VoxelCloud cloud = spine.cloud;
        for (int i = 0; i < cloud.size(); i++) {
            boolean counts = cloud.tissue[i] != TissueClass.SACRUM || !knowsS1;
            if (counts && !Float.isNaN(spine.arc[i])) {
                double[] sum = sums[Math.min(bins - 1, (int) (spine.arc[i] / 4))];
                sum[0] += cloud.x[i];
                sum[1] += cloud.y[i];
                sum[2] += cloud.z[i];
                sum[3]++;
            }
        }
        double[][] points = means(sums, cloud.voxelVolume());
        return points.length < 4 ? Optional.empty() : Optional.of(smooth(points));
    }

    private static double[][] centroids(VoxelCloud cloud, boolean[] counts, Centreline rough) {
        int bins = (int) (rough.length() / 4) + 1;
        double[][] sums = new double[bins][4];
        for (int i = 0; i < cloud.size(); i++) {
            if (!counts[cloud.tissue[i]]) {
                continue;
            }
            double arc = rough.arcOf(cloud.x[i], cloud.y[i], cloud.z[i]);
            int bin = (int) Math.floor(arc / 4);
            if (bin < 0 || bin >= bins) {
                continue;
            }
            Vec3 middle = rough.at(arc);
            double dx = cloud.x[i] - middle.x();
            double dy = cloud.y[i] - middle.y();
            double dz = cloud.z[i] - middle.z();
            if (dx * dx + dy * dy + dz * dz < RADIUS_MM * RADIUS_MM && Math.abs(dy) < FRONT_MM) {
                sums[bin][0] += cloud.x[i];
                sums[bin][1] += cloud.y[i];
                sums[bin][2] += cloud.z[i];
                sums[bin][3]++;
            }
        }
        return means(sums, cloud.voxelVolume());
    }

    private static double[][] means(double[][] sums, double voxelVolume) {
        List<double[]> points = new ArrayList<>();
        for (double[] sum : sums) {
            if (sum[3] * voxelVolume > LEAST_VOLUME) {
                points.add(new double[] {sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3], sum[3] * voxelVolume});
            }
        }
        points.sort((a, b) -> Double.compare(b[2], a[2]));
        return points.toArray(double[][]::new);
    }
}
