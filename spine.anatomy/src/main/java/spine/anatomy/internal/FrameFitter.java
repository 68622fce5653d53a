package spine.anatomy.internal;

import java.util.Arrays;
import spine.api.anatomy.Endplate;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/**
 * Gives a body its frame: starts from the neighbouring boundaries, fits planes to the upper and lower surface of the mask
 * and lets their mean normal be the axis. The upper plane of C2 stands at the base of the dens, a fixed height above the
 * lower one; so does the far plane of a body that the image edge cuts.
 */
final class FrameFitter {
    private static final int ROUNDS = 3;
    private static final double INNER = 0.40;
    private static final int CUT_PIXELS = 4;
    private static final double LEAST_OF_EXPECTED = 0.35;
    private static final double NARROW = 0.8;
    private static final double LEAST_FRONT = Math.cos(Math.toRadians(25));

    private final Chain chain;
    private final SliceStack stack;
    private final CanalView canal;
    private final double scale;

    FrameFitter(Chain chain, CanalView canal, double scale) {
        this.chain = chain;
        this.stack = chain.map().stack();
        this.canal = canal;
        this.scale = scale;
    }

    /**
     * @param body index in the chain
     * @return the frame, or null if too little of the body is seen
     */
    VertebralBody fit(int body, Vertebra level, PointSet points, double confidence) {
        Boundary above = body > 0 ? chain.boundaries().get(body - 1) : null;
        Boundary below = body < chain.boundaries().size() ? chain.boundaries().get(body) : null;
        double expected = scale * LevelTable.height(level.ordinal());
        Vec3 origin = points.centroid();
        double arc = chain.line().arcOf(origin.x(), origin.y(), origin.z());
        Vec3 cranial = above == null ? below.down().plus(chain.line().tangentAt(arc)).unit().times(-1)
                : below == null ? above.down().plus(chain.line().tangentAt(arc)).unit().times(-1)
                : above.centre().minus(below.centre()).unit().minus(above.down()).minus(below.down()).unit();
        Vec3 behind = canal.centreAt(arc).orElse(null);
        boolean narrow = sideways(points, origin, cranial) < NARROW * scale * LevelTable.width(level.ordinal());
        boolean flatTop = level == Vertebra.C2;
        double shown = extent(points, origin, cranial);
        boolean cut = points.onEdge() >= CUT_PIXELS && shown < 0.9 * expected;
        boolean cutAbove = cut && above == null;
        boolean cutBelow = cut && below == null;
        if (shown < LEAST_OF_EXPECTED * expected) {
            return null;
        }
        Surfaces s = null;
        for (int round = 0; round < ROUNDS; round++) {
            // where slices are missing, the middle of what is left tells nothing: take the canal's for it, and no turn
            Vec3 anterior = narrow ? Centreline.anterior(cranial) : awayFrom(behind, origin, cranial);
            s = new Surfaces(points, stack, origin, cranial, anterior, narrow ? behind : null);
            Vec3 up = new Vec3(0, 0, 0);
            up = cutAbove || flatTop ? up : up.plus(s.normal(s.upper));
            up = cutBelow || level == Vertebra.S1 ? up : up.plus(s.normal(s.lower));
            // the mean of both normals is better known than each: keep a share of the neighbours' direction
            double share = flatTop || level == Vertebra.S1 ? 0.7 : 2;
            cranial = up.length() == 0 ? cranial : up.unit().times(share).plus(cranial).unit();
        }
        return body(level, s, expected, flatTop || cutAbove, cutBelow, confidence);
    }

    private VertebralBody body(Vertebra level, Surfaces s, double expected, boolean fixTop, boolean fixBottom, double confidence) {
        double u = s.middle();
        double w = s.aside();
        double top = s.upper.at(u, w);
        double bottom = s.lower.at(u, w);
        top = fixTop ? bottom + expected : top;
        bottom = fixBottom ? top - expected : bottom;
        Vec3 upNormal = fixTop ? s.cranial : s.normal(s.upper);
        Vec3 downNormal = fixBottom ? s.cranial : s.normal(s.lower);
        Endplate upper = new Endplate(s.point(top, u, w), upNormal);
        Endplate lower = new Endplate(s.point(bottom, u, w), downNormal.times(-1));
        return new VertebralBody(level, s.point((top + bottom) / 2, u, w), s.cranial, s.anterior, upper, lower, top - bottom,
                s.depth(), confidence);
    }

    /** Perpendicular to the axis, away from the canal, if that is roughly the patient's front. */
    private static Vec3 awayFrom(Vec3 canal, Vec3 origin, Vec3 cranial) {
        Vec3 front = Centreline.anterior(cranial);
        if (canal == null) {
            return front;
        }
        Vec3 away = origin.minus(canal);
        Vec3 across = away.minus(cranial.times(away.dot(cranial))).unit();
        return across.dot(front) < LEAST_FRONT ? front : across;
    }

    /** Extent from side to side, one slice pitch included. */
    private double sideways(PointSet points, Vec3 origin, Vec3 cranial) {
        Vec3 left = cranial.cross(Centreline.anterior(cranial));
        return extent(points, origin, left) * 0.94 + stack.sliceSpacing();
    }

    private static double extent(PointSet points, Vec3 origin, Vec3 along) {
        double[] h = new double[points.size()];
        for (int i = 0; i < h.length; i++) {
            h[i] = (points.x[i] - origin.x()) * along.x() + (points.y[i] - origin.y()) * along.y()
                    + (points.z[i] - origin.z()) * along.z();
        }
        Arrays.sort(h);
        return (h[(int) (0.97 * (h.length - 1))] - h[(int) (0.03 * (h.length - 1))]) / 0.94;
    }

    /** The mask's end surfaces and walls in a given frame. */
    private static final class Surfaces {
        private final Vec3 origin;
        private final Vec3 cranial;
        private final Vec3 anterior;
        private final Vec3 left;
        private final double[] h;
        private final double[] u;
        private final double[] w;
        private final PointSet points;
        private final double pixel;
        private final double[] walls;
        private final SurfacePlane upper;
        private final SurfacePlane lower;

        Surfaces(PointSet points, SliceStack stack, Vec3 origin, Vec3 cranial, Vec3 anterior, Vec3 middle) {
            this.points = points;
            this.origin = origin;
            this.cranial = cranial;
            this.anterior = anterior;
            this.left = cranial.cross(anterior);
            this.pixel = Math.max(stack.plane().columnSpacing(), stack.plane().rowSpacing());
            int n = points.size();
            h = new double[n];
            u = new double[n];
            w = new double[n];
            for (int i = 0; i < n; i++) {
                Vec3 d = new Vec3(points.x[i], points.y[i], points.z[i]).minus(origin);
                h[i] = d.dot(cranial);
                u[i] = d.dot(anterior);
                w[i] = d.dot(left);
            }
            walls = walls();
            walls[2] = middle == null ? walls[2] : middle.minus(origin).dot(left);
            double half = (walls[1] - walls[0]) / 2;
            upper = surface(1, half, stack.plane().rowSpacing() / 2);
            lower = surface(-1, half, stack.plane().rowSpacing() / 2);
        }

        /** Back and front wall at mid-height (medians over slices of the inner 60 % of the width) and the middle sideways. */
        private double[] walls() {
            double[] sorted = h.clone();
            Arrays.sort(sorted);
            double low = sorted[sorted.length / 4];
            double high = sorted[sorted.length * 3 / 4];
            double[] sideways = w.clone();
            Arrays.sort(sideways);
            double wl = sideways[(int) (0.2 * (w.length - 1))];
            double wr = sideways[(int) (0.8 * (w.length - 1))];
            double[] backs = new double[512];
            double[] fronts = new double[512];
            int slices = 0;
            for (int i = 0; i < h.length;) {
                int s = points.slice[i];
                double back = Double.MAX_VALUE;
                double front = -Double.MAX_VALUE;
                for (; i < h.length && points.slice[i] == s; i++) {
                    if (h[i] >= low && h[i] <= high && w[i] >= wl && w[i] <= wr) {
                        back = Math.min(back, u[i]);
                        front = Math.max(front, u[i]);
                    }
                }
                if (front > back && slices < backs.length) {
                    backs[slices] = back;
                    fronts[slices++] = front;
                }
            }
            if (slices == 0) {
                return new double[] {-1, 1, 0};
            }
            Arrays.sort(backs, 0, slices);
            Arrays.sort(fronts, 0, slices);
            double half = pixel / 2;
            double right = sideways[w.length / 50];
            double far = sideways[w.length - 1 - w.length / 50];
            return new double[] {backs[slices / 2] - half, fronts[slices / 2] + half, (right + far) / 2};
        }

        private SurfacePlane surface(int side, double half, double halfPixel) {
            int bins = Math.max(3, (int) (2 * INNER * 2 * half / pixel / 2));
            double from = middle() - 2 * INNER * half;
            double width = 4 * INNER * half / bins;
            double[] su = new double[bins * 512];
            double[] sw = new double[su.length];
            double[] sh = new double[su.length];
            int n = 0;
            double[] top = new double[bins];
            int[] at = new int[bins];
            for (int i = 0; i < h.length;) {
                Arrays.fill(top, -Double.MAX_VALUE);
                int s = points.slice[i];
                for (; i < h.length && points.slice[i] == s; i++) {
                    int bin = (int) Math.floor((u[i] - from) / width);
                    if (bin >= 0 && bin < bins && side * h[i] > top[bin]) {
                        top[bin] = side * h[i];
                        at[bin] = i;
                    }
                }
                for (int b = 0; b < bins && n < su.length; b++) {
                    if (top[b] > -Double.MAX_VALUE) {
                        su[n] = u[at[b]] ;
                        sw[n] = w[at[b]];
                        sh[n++] = side * (top[b] + halfPixel);
                    }
                }
            }
            return n == 0 ? new SurfacePlane(0, 0, 0) : SurfacePlane.fit(su, sw, sh, n);
        }

        double middle() {
            return (walls[0] + walls[1]) / 2;
        }

        double depth() {
            return walls[1] - walls[0];
        }

        double aside() {
            return walls[2];
        }

        /** Unit normal of a plane, towards the head. */
        Vec3 normal(SurfacePlane plane) {
            return cranial.minus(anterior.times(plane.forward())).minus(left.times(plane.sideways())).unit();
        }

        Vec3 point(double height, double front, double side) {
            return origin.plus(cranial.times(height)).plus(anterior.times(front)).plus(left.times(side));
        }
    }
}
