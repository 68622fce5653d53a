package spine.anatomy.internal.tracing;

import java.util.List;
import spine.api.image.Vec3;

/**
 * The curve through the middles of bodies and discs, from head to foot, in patient mm. Its arc length counts from 0 at the
 * upper end; every point has a frame of the tangent (towards the feet), the front and the left. Immutable.
 */
public final class Centreline {
    /** Distance of neighbouring knots along the curve, mm. Origin: first version. */
    private static final double STEP = 2;
    /** Knots on either side that a tangent is taken over. Origin: first version. */
    private static final int TANGENT_KNOTS = 3;
    /** Most rounds of the search for the nearest cross-section. Origin: first version. */
    private static final int ROUNDS = 6;

    private final double[] px;
    private final double[] py;
    private final double[] pz;
    /** By whole mm below the first knot, the first knot that lies as low. */
    private final int[] byDepth;
    private final Vec3[] tangent;
    private final Vec3[] anterior;
    private final Vec3[] left;

    /** @param points at least two points from head to foot with falling z */
    Centreline(List<Vec3> points) {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i).distance(points.get(i - 1));
        }
        int n = Math.max(2, (int) (length / STEP) + 1);
        px = new double[n];
        py = new double[n];
        pz = new double[n];
        int segment = 1;
        double before = 0;
        for (int i = 0; i < n; i++) {
            double at = i * STEP;
            while (segment < points.size() - 1 && before + points.get(segment).distance(points.get(segment - 1)) < at) {
                before += points.get(segment).distance(points.get(segment - 1));
                segment++;
            }
            Vec3 from = points.get(segment - 1);
            Vec3 point = from.plus(points.get(segment).minus(from).unit().times(at - before));
            px[i] = point.x();
            py[i] = point.y();
            pz[i] = point.z();
        }
        byDepth = byDepth(pz);
        tangent = new Vec3[n];
        anterior = new Vec3[n];
        left = new Vec3[n];
        for (int i = 0; i < n; i++) {
            tangent[i] = knot(Math.min(n - 1, i + TANGENT_KNOTS)).minus(knot(Math.max(0, i - TANGENT_KNOTS))).unit();
            anterior[i] = anterior(tangent[i]);
            left[i] = anterior[i].cross(tangent[i]);
        }
    }

    private static int[] byDepth(double[] z) {
        int[] first = new int[(int) Math.max(0, z[0] - z[z.length - 1]) + 1];
        for (int mm = 0, knot = 0; mm < first.length; mm++) {
            while (knot < z.length - 1 && z[knot] > z[0] - mm) {
                knot++;
            }
            first[mm] = knot;
        }
        return first;
    }

    private Vec3 knot(int i) {
        return new Vec3(px[i], py[i], pz[i]);
    }

    public double length() {
        return (px.length - 1) * STEP;
    }

    private int knotAt(double arc) {
        return (int) Math.max(0, Math.min(px.length - 1, Math.round(arc / STEP)));
    }

    /** The point at an arc length; beyond the ends the curve goes on straight. */
    public Vec3 at(double arc) {
        int i = knotAt(arc);
        return knot(i).plus(tangent[i].times(arc - i * STEP));
    }

    /** Unit direction towards the feet. */
    public Vec3 tangentAt(double arc) {
        return tangent[knotAt(arc)];
    }

    /** Unit direction to the patient's front, perpendicular to the tangent. */
    public Vec3 anteriorAt(double arc) {
        return anterior[knotAt(arc)];
    }

    /** Unit direction towards the left, perpendicular to the other two. */
    public Vec3 leftAt(double arc) {
        return left[knotAt(arc)];
    }

    /** The direction perpendicular to the axis that is nearest to the patient's front. */
    public static Vec3 anterior(Vec3 axis) {
        Vec3 front = new Vec3(0, -1, 0);
        return front.minus(axis.times(front.dot(axis))).unit();
    }

    /** Arc length of the point of the curve in whose cross-section the point lies. */
    public double arcOf(double x, double y, double z) {
        int first = byDepth[(int) Math.max(0, Math.min(byDepth.length - 1, pz[0] - z))];
        while (first < pz.length - 1 && pz[first] > z) {
            first++;
        }
        double arc = first * STEP;
        for (int round = 0; round < ROUNDS; round++) {
            int i = knotAt(arc);
            Vec3 t = tangent[i];
            double ahead = (x - px[i]) * t.x() + (y - py[i]) * t.y() + (z - pz[i]) * t.z();
            double next = i * STEP + ahead;
            if (knotAt(next) == i) {
                return next;
            }
            arc = next;
        }
        return arc;
    }
}
