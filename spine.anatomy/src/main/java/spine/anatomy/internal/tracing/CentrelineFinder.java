package spine.anatomy.internal.tracing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.anatomy.internal.classmap.TissueClass;
import spine.anatomy.internal.classmap.TissueMap;
import spine.anatomy.internal.classmap.VoxelCloud;
import spine.api.image.Vec3;

/**
 * Finds the spine: a first path through the bone and disc of a stack, smoothed, then moved to the middle of what lies around
 * it and smoothed again.
 */
final class CentrelineFinder {
    /** Shortest spine, in layers of the grid: 24 mm. Origin: first version. */
    private static final int LEAST_LAYERS = 6;
    /** Fewest points of a line; with less the first path stays. Origin: first version. */
    private static final int LEAST_POINTS = 4;
    /** Length of the pieces of the line whose middles are taken, mm. Origin: first version. */
    private static final int BIN_MM = 4;
    /** Distance from the first path up to which voxels count for the middle, mm. Origin: first version. */
    private static final double RADIUS_MM = 32;
    /** The same towards front and back. Origin: bench 2. */
    private static final double FRONT_MM = 20;

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
        if (grid.nz < LEAST_LAYERS) {
            return Optional.empty();
        }
        double[][] path = SpinePath.find(grid, grid.canalBehind(map));
        if (path.length < LEAST_LAYERS) {
            return Optional.empty();
        }
        Centreline rough = CentrelineSmoother.smooth(path);
        double[][] middles = middles(cloud, counts, rough);
        return Optional.of(middles.length < LEAST_POINTS ? rough : CentrelineSmoother.smooth(middles));
    }

    /** The line through the middle of what {@code spine} kept, empty if that is too little. */
    static Optional<Centreline> recentred(StraightenedSpine spine, boolean knowsS1) {
        int bins = (int) (spine.line.length() / BIN_MM) + 1;
        double[][] sums = new double[bins][4];
        VoxelCloud cloud = spine.cloud;
        for (int i = 0; i < cloud.size(); i++) {
            boolean counts = cloud.tissue(i) != TissueClass.SACRUM || !knowsS1;
            if (counts && !Float.isNaN(spine.arc[i])) {
                add(cloud, i, sums[Math.min(bins - 1, (int) (spine.arc[i] / BIN_MM))]);
            }
        }
        double[][] points = means(sums, cloud.voxelVolume());
        return points.length < LEAST_POINTS ? Optional.empty() : Optional.of(CentrelineSmoother.smooth(points));
    }

    private static double[][] middles(VoxelCloud cloud, boolean[] counts, Centreline rough) {
        int bins = (int) (rough.length() / BIN_MM) + 1;
        double[][] sums = new double[bins][4];
        for (int i = 0; i < cloud.size(); i++) {
            if (!counts[cloud.tissue(i)]) {
                continue;
            }
            double arc = rough.arcOf(cloud.x(i), cloud.y(i), cloud.z(i));
            int bin = (int) Math.floor(arc / BIN_MM);
            if (bin < 0 || bin >= bins) {
                continue;
            }
            Vec3 middle = rough.at(arc);
            double dx = cloud.x(i) - middle.x();
            double dy = cloud.y(i) - middle.y();
            double dz = cloud.z(i) - middle.z();
            if (dx * dx + dy * dy + dz * dz < RADIUS_MM * RADIUS_MM && Math.abs(dy) < FRONT_MM) {
                add(cloud, i, sums[bin]);
            }
        }
        return means(sums, cloud.voxelVolume());
    }

    private static void add(VoxelCloud cloud, int voxel, double[] sum) {
        sum[0] += cloud.x(voxel);
        sum[1] += cloud.y(voxel);
        sum[2] += cloud.z(voxel);
        sum[3]++;
    }

    private static double[][] means(double[][] sums, double voxelVolume) {
        List<double[]> points = new ArrayList<>();
        for (double[] sum : sums) {
            if (sum[3] * voxelVolume > SpinePath.LEAST_VOLUME) {
                points.add(new double[] {sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3], sum[3] * voxelVolume});
            }
        }
        points.sort((a, b) -> Double.compare(b[2], a[2]));
        return points.toArray(double[][]::new);
    }
}
