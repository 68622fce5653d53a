package spine.anatomy.internal.tracing;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.Vec3;

/** Fits a plane to the disc tissue around every boundary position; without tissue the plane stands across the centreline. */
final class BoundaryFitter {
    private static final double LEAST_SHARE = 0.12;
    private static final double SIDEWAYS_RIDGE = 15;
    private static final double FORWARD_RIDGE = 2;
    private static final double NARROW = 0.6;
    private static final double STEEPEST = 0.6;

    private final StraightenedSpine spine;
    private final CrossSectionProfile profile;

    BoundaryFitter(StraightenedSpine spine, CrossSectionProfile profile) {
        this.spine = spine;
        this.profile = profile;
    }

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
        int[] count = new int[arcs.length];
        int[] owner = new int[spine.cloud.size()];
        for (int i = 0; i < owner.length; i++) {
            owner[i] = -1;
            if (spine.cloud.tissue[i] == TissueClass.DISC && !Float.isNaN(spine.arc[i])) {
                int k = nearest(arcs, spine.arc[i]);
                if (k >= 0 && Math.abs(arcs[k] - spine.arc[i]) < 0.48 * pitch(arcs, k)) {
                    owner[i] = k;
                    count[k]++;
                }
            }
        }
        int[][] near = new int[arcs.length][];
        for (int k = 0; k < near.length; k++) {
            near[k] = new int[count[k]];
        }
        for (int i = owner.length - 1; i >= 0; i--) {
            if (owner[i] >= 0) {
                near[owner[i]][--count[owner[i]]] = i;
            }
        }
        return near;
    }

    static int nearest(double[] arcs, double arc) {
        int best = -1;
        for (int k = 0; k < arcs.length; k++) {
            if (best < 0 || Math.abs(arcs[k] - arc) < Math.abs(arcs[best] - arc)) {
                best = k;
            }
        }
        return best;
    }

    private Boundary fit(double arc, double pitch, int[] voxels) {
        double whole = profile.whole[(int) Math.max(0, Math.min(profile.length - 1, arc))];
        boolean seen = voxels.length * spine.cloud.voxelVolume() > LEAST_SHARE * whole * 4;
        double at = seen ? arc : waist(arc, pitch);
        boolean narrow = profile.bone[(int) Math.max(0, Math.min(profile.length - 1, at))] < NARROW * whole;
        double[] line = {at, 0, 0};
        double front = 0;
        double left = 0;
        double reach = 0.48 * pitch;
        double height = Double.NaN;
        for (int round = 0; seen && round < 5; round++) {
            Moments m = new Moments();
            for (int i : voxels) {
                double off = spine.arc[i] - line[0] - line[1] * (spine.front[i] - front) - line[2] * (spine.left[i] - left);
                if (Math.abs(off) < reach) {
                    m.add(spine.front[i], spine.left[i], spine.arc[i]);
                }
            }
            if (m.count < 8) {
                break;
            }
            front = m.meanFront();
            left = m.meanLeft();
            line = m.plane();
            reach = Math.max(3, Math.min(0.4 * pitch, 2.2 * m.spread(line)));
            height = Math.max(1, Math.sqrt(12) * m.spread(line));
        }
        Vec3 tangent = spine.line.tangentAt(line[0]);
        Vec3 ahead = spine.line.anteriorAt(line[0]);
        Vec3 side = ahead.cross(tangent);
        Vec3 centre = spine.line.at(line[0]).plus(ahead.times(front)).plus(side.times(left));
        Vec3 down = tangent.minus(ahead.times(line[1])).minus(side.times(line[2])).unit();
        return new Boundary(line[0], centre, down, seen ? height : Double.NaN, seen, narrow, 0, pitch);
    }

    /** Where the bone is narrowest near a position without disc tissue. */
    private double waist(double arc, double pitch) {
        int reach = (int) (0.25 * pitch);
        int middle = (int) arc;
        int best = Math.max(0, Math.min(profile.length - 1, middle));
        for (int k = 1; k <= reach; k++) {
            for (int i : new int[] {middle - k, middle + k}) {
                if (i >= 0 && i < profile.length && profile.bone[i] < 0.85 * profile.bone[best]) {
                    best = i;
                }
            }
        }
        return best == middle ? arc : best + 0.5;
    }

    /** Sums for the least-squares plane arc = a + b front + c left, with slopes pulled to zero where nothing supports them. */
    private static final class Moments {
        private int count;
        private double f;
        private double l;
        private double s;
        private double ff;
        private double ll;
        private double ss;
        private double fl;
        private double fs;
        private double ls;

        void add(double front, double left, double arc) {
            count++;
            f += front;
            l += left;
            s += arc;
            ff += front * front;
            ll += left * left;
            ss += arc * arc;
            fl += front * left;
            fs += front * arc;
            ls += left * arc;
        }

        double meanFront() {
            return f / count;
        }

        double meanLeft() {
            return l / count;
        }

        /** Arc at the centroid and the two slopes. */
        double[] plane() {
            double a = ff / count - f / count * f / count + FORWARD_RIDGE;
            double d = ll / count - l / count * l / count + SIDEWAYS_RIDGE;
            double b = fl / count - f / count * l / count;
            double u = fs / count - f / count * s / count;
            double v = ls / count - l / count * s / count;
            double det = a * d - b * b;
            double byFront = (u * d - v * b) / det;
            double byLeft = (v * a - u * b) / det;
            return new double[] {s / count, Math.max(-STEEPEST, Math.min(STEEPEST, byFront)),
                Math.max(-STEEPEST, Math.min(STEEPEST, byLeft))};
        }

        /** Standard deviation of arc about the plane. */
        double spread(double[] plane) {
            double u = fs / count - f / count * s / count;
            double v = ls / count - l / count * s / count;
            double w = fl / count - f / count * l / count;
            double vf = ff / count - f / count * f / count;
            double vl = ll / count - l / count * l / count;
            double rest = ss / count - s / count * s / count - 2 * plane[1] * u - 2 * plane[2] * v + plane[1] * plane[1] * vf
                    + plane[2] * plane[2] * vl + 2 * plane[1] * plane[2] * w;
            return Math.sqrt(Math.max(0, rest));
        }
    }
}
