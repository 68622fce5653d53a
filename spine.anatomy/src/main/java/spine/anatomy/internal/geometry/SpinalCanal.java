package spine.anatomy.internal.geometry;

import java.util.Optional;
import spine.anatomy.internal.classmap.TissueClass;
import spine.anatomy.internal.classmap.TissueMap;
import spine.anatomy.internal.tracing.Centreline;
import spine.api.image.Vec3;

/** The spinal canal of one stack: its mask and its middle. */
public final class SpinalCanal {
    /** Distance of canal behind the centreline, at most. Origin: first version. */
    private static final double FARTHEST_BEHIND_MM = 50;
    /** Distance of canal to the side of the centreline, at most. Origin: first version. */
    private static final double FARTHEST_ASIDE_MM = 20;
    /** Length of the pieces in which the middle is collected. Origin: first version. */
    private static final int BIN_MM = 5;
    /** Distance along the centreline over which the middle is taken. Origin: first version. */
    private static final double WINDOW_MM = 22;
    /** Least volume of canal whose middle is taken. Origin: first version. */
    private static final double LEAST_MM3 = 1500;

    private final Centreline line;
    private final byte[][] mask;
    private final double[][] bins;
    private final double voxel;

    public SpinalCanal(TissueMap map, Centreline line) {
        this.line = line;
        mask = new byte[map.tissue().length][map.stack().rows() * map.stack().columns()];
        bins = new double[(int) (line.length() / BIN_MM) + 1][3];
        voxel = map.voxelVolume();
        map.visitCanal((slice, pixel, point) -> {
            if (hasNeighbour(map.tissue()[slice], pixel)) {
                mark(slice, pixel, point);
            }
        });
    }

    private static boolean hasNeighbour(byte[] tissue, int pixel) {
        return pixel == 0 || tissue[pixel - 1] == TissueClass.CANAL
                || pixel + 1 < tissue.length && tissue[pixel + 1] == TissueClass.CANAL;
    }

    private void mark(int slice, int pixel, Vec3 point) {
        double arc = line.arcOf(point.x(), point.y(), point.z());
        Vec3 offset = point.minus(line.at(arc));
        double front = offset.dot(line.anteriorAt(arc));
        double left = offset.dot(line.leftAt(arc));
        int bin = (int) Math.floor(arc / BIN_MM);
        boolean near = front < 0 && front > -FARTHEST_BEHIND_MM && Math.abs(left) < FARTHEST_ASIDE_MM;
        if (near && bin >= 0 && bin < bins.length) {
            mask[slice][pixel] = 1;
            bins[bin][0] += front;
            bins[bin][1] += left;
            bins[bin][2]++;
        }
    }

    /** 1 inside the canal. */
    public byte[][] mask() {
        return mask;
    }

    /** The middle of the canal around here; empty where too little of it is seen. */
    Optional<Vec3> centreAt(double arc) {
        double front = 0;
        double left = 0;
        double count = 0;
        for (int b = 0; b < bins.length; b++) {
            if (Math.abs((b + 0.5) * BIN_MM - arc) < WINDOW_MM) {
                front += bins[b][0];
                left += bins[b][1];
                count += bins[b][2];
            }
        }
        if (count * voxel < LEAST_MM3) {
            return Optional.empty();
        }
        return Optional.of(line.at(arc).plus(line.anteriorAt(arc).times(front / count)).plus(line.leftAt(arc).times(left / count)));
    }
}
