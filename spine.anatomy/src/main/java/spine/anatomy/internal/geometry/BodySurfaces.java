package spine.anatomy.internal.geometry;

import java.util.Arrays;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.common.stats.OrderStatistics;

/** Upper and lower surface and walls of one body's mask, in a given frame; heights and distances from its origin, mm. */
final class BodySurfaces {
    /** Part of the depth on either side of the middle whose surface counts. Origin: first version. */
    private static final double INNER = 0.40;
    /** Fewest columns of it. Origin: first version. */
    private static final int LEAST_COLUMNS = 3;
    /** Quantile of the width from which the walls are measured. Origin: first version. */
    private static final double WALL_FROM = 0.2;
    /** Quantile of the width up to which the walls are measured. Origin: first version. */
    private static final double WALL_TO = 0.8;
    /** One in so many points lies beyond the sides of a body. Origin: first version. */
    private static final int BEYOND_SIDES = 50;
    /** Slices beyond this many are ignored. Origin: first version. */
    private static final int MOST_SLICES = 512;

    private final Vec3 origin;
    final Vec3 cranial;
    final Vec3 anterior;
    private final Vec3 left;
    private final double[] h;
    private final double[] u;
    private final double[] w;
    private final PointCloud points;
    private final double pixel;
    private final double[] walls;
    final RobustPlane upper;
    final RobustPlane lower;

    /** @param middle the canal behind the body if its middle is to be taken for the body's own, else null */
    BodySurfaces(PointCloud points, SliceStack stack, Vec3 origin, Vec3 cranial, Vec3 anterior, Vec3 middle) {
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
        OrderStatistics upwards = new OrderStatistics(h.clone(), h.length);
        double low = upwards.at(h.length / 4);
        double high = upwards.at(h.length * 3 / 4);
        OrderStatistics sideways = new OrderStatistics(w.clone(), w.length);
        double right = sideways.at(w.length / BEYOND_SIDES);
        double wl = sideways.lower(WALL_FROM);
        double wr = sideways.lower(WALL_TO);
        double far = sideways.at(w.length - 1 - w.length / BEYOND_SIDES);
        double[] backs = new double[MOST_SLICES];
        double[] fronts = new double[MOST_SLICES];
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
        return new double[] {backs[slices / 2] - half, fronts[slices / 2] + half, (right + far) / 2};
    }

    /** The plane through the outermost points of every slice and column in the inner four fifths of the depth. */
    private RobustPlane surface(int side, double half, double halfPixel) {
        int bins = Math.max(LEAST_COLUMNS, (int) (2 * INNER * half / pixel));
        double from = middle() - 2 * INNER * half;
        double width = 4 * INNER * half / bins;
        double[] su = new double[bins * MOST_SLICES];
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
                    su[n] = u[at[b]];
                    sw[n] = w[at[b]];
                    sh[n++] = side * (top[b] + halfPixel);
                }
            }
        }
        return n == 0 ? new RobustPlane(0, 0, 0) : RobustPlane.fit(su, sw, sh, n);
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
    Vec3 normal(RobustPlane plane) {
        return cranial.minus(anterior.times(plane.forward())).minus(left.times(plane.sideways())).unit();
    }

    Vec3 point(double height, double front, double side) {
        return origin.plus(cranial.times(height)).plus(anterior.times(front)).plus(left.times(side));
    }
}
