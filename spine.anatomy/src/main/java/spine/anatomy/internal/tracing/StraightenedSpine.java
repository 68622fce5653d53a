package spine.anatomy.internal.tracing;

import spine.anatomy.internal.classmap.TissueClass;
import spine.anatomy.internal.classmap.VoxelCloud;
import spine.api.image.Vec3;

/**
 * The voxels of a stack in the coordinates of the centreline (curved planar reformation): arc length, distance in front and to the
 * left, mm. Voxels too far from the line have arc NaN.
 */
final class StraightenedSpine {
    /** Distance from the line up to which voxels are kept, mm. Origin: first version. */
    private static final double RADIUS_MM = 36;
    /** The same towards front and back when the depth of the bodies is known, in depths. Origin: hidden discs. */
    private static final double FRONT_REACH = 0.75;
    /** The same to the sides. Origin: hidden discs. */
    private static final double SIDE_REACH = 1.15;
    /** Added to both, mm. Origin: hidden discs. */
    private static final double MARGIN_MM = 3;

    final VoxelCloud cloud;
    final Centreline line;
    final float[] arc;
    final float[] front;
    final float[] left;

    StraightenedSpine(VoxelCloud cloud, Centreline line) {
        this.cloud = cloud;
        this.line = line;
        int n = cloud.size();
        arc = new float[n];
        front = new float[n];
        left = new float[n];
        for (int i = 0; i < n; i++) {
            double s = line.arcOf(cloud.x(i), cloud.y(i), cloud.z(i));
            Vec3 offset = new Vec3(cloud.x(i), cloud.y(i), cloud.z(i)).minus(line.at(s));
            double f = offset.dot(line.anteriorAt(s));
            double l = offset.dot(line.leftAt(s));
            boolean near = f * f + l * l < RADIUS_MM * RADIUS_MM && s >= 0 && s <= line.length();
            arc[i] = near ? (float) s : Float.NaN;
            front[i] = (float) f;
            left[i] = (float) l;
        }
    }

    /**
     * Excludes voxels that lie farther from the line than bodies of this depth reach: false structures beside the spine.
     *
     * @param depth per mm of arc length, mm
     */
    void trim(double[] depth) {
        for (int i = 0; i < arc.length; i++) {
            if (!Float.isNaN(arc[i]) && cloud.tissue(i) != TissueClass.SACRUM) {
                double d = depth[Math.min(depth.length - 1, (int) arc[i])];
                if (Math.abs(front[i]) > FRONT_REACH * d + MARGIN_MM || Math.abs(left[i]) > SIDE_REACH * d + MARGIN_MM) {
                    arc[i] = Float.NaN;
                }
            }
        }
    }
}
