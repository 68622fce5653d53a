package spine.agreement.mask;

import java.util.Arrays;
import java.util.BitSet;
import spine.agreement.UndefinedStatisticException;
import spine.common.stats.Quantiles;

/**
 * Distances between the surfaces of two masks, in mm. The surface of a mask are its voxels with a face neighbour outside of it or of the
 * grid; distances are between the centres of voxels, from each one of either surface to the nearest one of the other (definitions as in
 * Heimann et al., IEEE Trans Med Imaging 2009;28:1251-65, and for the percentile Taha and Hanbury, BMC Med Imaging 2015;15:29).
 *
 * @param hausdorff the greatest distance
 * @param hausdorff95 the greater of both 95th percentiles, one of each direction, by linear interpolation (HD95)
 * @param average mean of all distances of both directions (ASSD)
 * @param first voxels of the first surface
 * @param second voxels of the second surface
 */
public record SurfaceDistance(double hausdorff, double hausdorff95, double average, long first, long second) {
    private static final double SHARE = 0.95;

    /**
     * @throws UndefinedStatisticException if a mask is empty
     * @throws IllegalArgumentException if a mask has a voxel beyond the grid
     */
    public static SurfaceDistance of(MaskGrid grid, BitSet first, BitSet second) {
        if (first.isEmpty() || second.isEmpty()) {
            throw new UndefinedStatisticException("The distance of surfaces is undefined: " + (!second.isEmpty() ? "the first mask is"
                    : first.isEmpty() ? "both masks are" : "the second mask is") + " empty.");
        }
        if (Math.max(first.length(), second.length()) > grid.voxels()) {
            throw new IllegalArgumentException("A mask has voxels beyond its grid.");
        }
        BitSet one = surface(grid, first);
        BitSet other = surface(grid, second);
        BitSet both = (BitSet) one.clone();
        both.or(other);
        double[] there = distances(one, new DistanceTransform(grid, other, both));
        double[] back = distances(other, new DistanceTransform(grid, one, both));
        return new SurfaceDistance(Math.max(there[there.length - 1], back[back.length - 1]),
                Math.max(Quantiles.linear(there, SHARE), Quantiles.linear(back, SHARE)),
                (Arrays.stream(there).sum() + Arrays.stream(back).sum()) / (there.length + back.length), there.length, back.length);
    }

    /** Sorted. */
    private static double[] distances(BitSet surface, DistanceTransform other) {
        return surface.stream().mapToDouble(voxel -> Math.sqrt(other.at(voxel))).sorted().toArray();
    }

    static BitSet surface(MaskGrid grid, BitSet mask) {
        BitSet surface = new BitSet(grid.voxels());
        int layer = grid.columns() * grid.rows();
        for (int voxel = mask.nextSetBit(0); voxel >= 0; voxel = mask.nextSetBit(voxel + 1)) {
            int x = voxel % grid.columns();
            int y = voxel / grid.columns() % grid.rows();
            int z = voxel / layer;
            boolean inside = x > 0 && x < grid.columns() - 1 && mask.get(voxel - 1) && mask.get(voxel + 1)
                    && y > 0 && y < grid.rows() - 1 && mask.get(voxel - grid.columns()) && mask.get(voxel + grid.columns())
                    && (grid.slices() == 1 || z > 0 && z < grid.slices() - 1 && mask.get(voxel - layer) && mask.get(voxel + layer));
            surface.set(voxel, !inside);
        }
        return surface;
    }
}
