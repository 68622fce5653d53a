package spine.anatomy.internal.tracing;

import java.util.ArrayList;
import java.util.List;
import spine.anatomy.internal.classmap.TissueClass;
import spine.anatomy.internal.classmap.VoxelGroups;
import spine.api.image.Vec3;

/** Fits a plane to the disc tissue around every boundary position; without tissue the plane stands across the centreline. */
final class BoundaryFitter {
    /** Disc volume from which a disc is seen, as a share of a whole cross-section of {@link #DISC_MM}. Origin: first version. */
    private static final double LEAST_SHARE = 0.12;
    /** See {@link #LEAST_SHARE}, mm. Origin: first version. */
    private static final double DISC_MM = 4;
    /** Distance of disc tissue from its position, in pitches. Origin: first version. */
    private static final double REACH = 0.48;
    /** Most rounds of fitting. Origin: first version. */
    private static final int ROUNDS = 5;
    /** Fewest voxels of a fit. Origin: first version. */
    private static final int LEAST_VOXELS = 8;
    /** Least distance of tissue from the plane that stays in the fit, mm. Origin: first version. */
    private static final double LEAST_REACH_MM = 3;
    /** Largest distance of tissue from the plane that stays in the fit after the first round, in pitches. Origin: first version. */
    private static final double LARGEST_REACH = 0.4;
    /** The same in standard deviations of the tissue about the plane. Origin: first version. */
    private static final double REACH_SD = 2.2;
    /** Share of a whole cross-section below which the bone is narrow. Origin: hidden discs. */
    private static final double NARROW = 0.6;
    /** Distance over which the narrowest bone is looked for, in pitches. Origin: first version. */
    private static final double WAIST_REACH = 0.25;
    /** How much narrower the bone must be to move the position. Origin: first version. */
    private static final double NARROWER = 0.85;

    private final StraightenedSpine spine;
    private final CrossSectionProfile profile;

    BoundaryFitter(StraightenedSpine spine, CrossSectionProfile profile) {
        this.spine = spine;
        this.profile = profile;
    }

    /** @param arcs positions from head to foot */
    List<Boundary> fit(double[] arcs) {
        List<Boundary> result = new ArrayList<>();
        int[][] near = near(arcs);
        for (int k = 0; k < arcs.length; k++) {
            result.add(fit(arcs[k], pitch(arcs, k), near[k]));
        }
        return result;
    }

    private double pitch(double[] arcs, int k) {
        if (arcs.length < 2) {
            return Morphometry.pitchForDepth(profile.depth[(int) arcs[k]]);
        }
        double above = k > 0 ? arcs[k] - arcs[k - 1] : arcs[1] - arcs[0];
        double below = k < arcs.length - 1 ? arcs[k + 1] - arcs[k] : above;
        return Math.min(above, below);
    }

    /** The disc voxels nearest to each position. */
    private int[][] near(double[] arcs) {
        int[] owner = new int[spine.cloud.size()];
        for (int i = 0; i < owner.length; i++) {
            owner[i] = -1;
            if (spine.cloud.tissue(i) == TissueClass.DISC && !Float.isNaN(spine.arc[i])) {
                int k = nearest(arcs, spine.arc[i]);
                if (k >= 0 && Math.abs(arcs[k] - spine.arc[i]) < REACH * pitch(arcs, k)) {
                    owner[i] = k;
                }
            }
        }
        return VoxelGroups.of(owner, arcs.length);
    }

    private static int nearest(double[] arcs, double arc) {
        int best = -1;
        for (int k = 0; k < arcs.length; k++) {
            if (best < 0 || Math.abs(arcs[k] - arc) < Math.abs(arcs[best] - arc)) {
                best = k;
            }
        }
        return best;
    }

    private Boundary fit(double arc, double pitch, int[] voxels) {
        double whole = profile.whole[bin(arc)];
        boolean seen = voxels.length * spine.cloud.voxelVolume() > LEAST_SHARE * whole * DISC_MM;
        double at = seen ? arc : waist(arc, pitch);
        boolean narrow = profile.bone[bin(at)] < NARROW * whole;
        double[] plane = {at, 0, 0};
        double front = 0;
        double left = 0;
        double reach = REACH * pitch;
        double height = Double.NaN;
        for (int round = 0; seen && round < ROUNDS; round++) {
            PlaneMoments m = new PlaneMoments();
            for (int i : voxels) {
                double off = spine.arc[i] - plane[0] - plane[1] * (spine.front[i] - front) - plane[2] * (spine.left[i] - left);
                if (Math.abs(off) < reach) {
                    m.add(spine.front[i], spine.left[i], spine.arc[i]);
                }
            }
            if (m.count() < LEAST_VOXELS) {
                break;
            }
            front = m.meanFront();
            left = m.meanLeft();
            plane = m.plane();
            reach = Math.max(LEAST_REACH_MM, Math.min(LARGEST_REACH * pitch, REACH_SD * m.spread(plane)));
            // a uniform distribution of that standard deviation has this width
            height = Math.max(1, Math.sqrt(12) * m.spread(plane));
        }
        Vec3 tangent = spine.line.tangentAt(plane[0]);
        Vec3 ahead = spine.line.anteriorAt(plane[0]);
        Vec3 side = spine.line.leftAt(plane[0]);
        Vec3 centre = spine.line.at(plane[0]).plus(ahead.times(front)).plus(side.times(left));
        Vec3 down = tangent.minus(ahead.times(plane[1])).minus(side.times(plane[2])).unit();
        return new Boundary(plane[0], centre, down, seen ? height : Double.NaN, seen, narrow, 0, pitch);
    }

    private int bin(double arc) {
        return (int) Math.max(0, Math.min(profile.length - 1, arc));
    }

    /** Where the bone is narrowest near a position without disc tissue. */
    private double waist(double arc, double pitch) {
        int reach = (int) (WAIST_REACH * pitch);
        int middle = (int) arc;
        int best = Math.max(0, Math.min(profile.length - 1, middle));
        for (int k = 1; k <= reach; k++) {
            for (int i : new int[] {middle - k, middle + k}) {
                if (i >= 0 && i < profile.length && profile.bone[i] < NARROWER * profile.bone[best]) {
                    best = i;
                }
            }
        }
        return best == middle ? arc : best + 0.5;
    }
}
