package spine.phantom.internal.shift.spine;

import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.Frame;

/**
 * The centreline from the skull base to the coccyx as a smooth curve through bodies and discs. It gives every patient point a level and
 * distances from the line. Level 0 is the middle of C2, 0.5 the disc below it, 23 the middle of S1. Immutable.
 */
public final class Centreline {

    /** A point relative to the line; result of {@link #locate}, whose search begins at the old position. */
    public static final class Position {
        double at;
        public double level;
        /** Distance in front of and to the left of the line, mm. */
        public double anterior;
        public double left;
    }

    private static final int PER_NODE = 4;
    /** Values per point: position, direction to the left, to the front, to the head. */
    private static final int WIDTH = 12;
    private final double[] points;
    private final double[] step;
    private final int last;

    Centreline(Frame[] nodes) {
        last = (nodes.length - 1) * PER_NODE;
        points = new double[(last + 1) * WIDTH];
        step = new double[last];
        for (int i = 0; i <= last; i++) {
            int node = Math.min(nodes.length - 2, i / PER_NODE);
            double t = (i - node * PER_NODE) / (double) PER_NODE;
            Frame a = nodes[node];
            Frame b = nodes[node + 1];
            put(i, 0, curve(nodes[Math.max(0, node - 1)].centre(), a.centre(), b.centre(),
                    nodes[Math.min(nodes.length - 1, node + 2)].centre(), t));
            Vec3 up = mixed(a.cranial(), b.cranial(), t).unit();
            Vec3 side = mixed(a.left(), b.left(), t);
            Vec3 left = side.minus(up.times(side.dot(up))).unit();
            put(i, 3, left);
            put(i, 6, left.cross(up));
            put(i, 9, up);
        }
        for (int i = 0; i < last; i++) {
            double x = points[i * WIDTH] - points[(i + 1) * WIDTH];
            double y = points[i * WIDTH + 1] - points[(i + 1) * WIDTH + 1];
            double z = points[i * WIDTH + 2] - points[(i + 1) * WIDTH + 2];
            step[i] = Math.max(0.3, Math.sqrt(x * x + y * y + z * z));
        }
    }

    private static Vec3 mixed(Vec3 a, Vec3 b, double t) {
        return a.times(1 - t).plus(b.times(t));
    }

    /** A Catmull-Rom spline between b and c. */
    private static Vec3 curve(Vec3 a, Vec3 b, Vec3 c, Vec3 d, double t) {
        double t2 = t * t;
        double t3 = t2 * t;
        return a.times((-t3 + 2 * t2 - t) / 2).plus(b.times((3 * t3 - 5 * t2 + 2) / 2)).plus(c.times((-3 * t3 + 4 * t2 + t) / 2))
                .plus(d.times((t3 - t2) / 2));
    }

    private void put(int point, int offset, Vec3 v) {
        points[point * WIDTH + offset] = v.x();
        points[point * WIDTH + offset + 1] = v.y();
        points[point * WIDTH + offset + 2] = v.z();
    }

    /** Coordinate (0 x, 1 y, 2 z) of the line at a level. */
    public double line(double level, int coordinate) {
        double at = Math.max(0, Math.min(last - 1e-9, (2 * level + 2) * PER_NODE));
        int i = (int) at;
        return value(i, at - i, coordinate);
    }

    /** Level of the lowest point of the line; the highest has -1. */
    public double bottom() {
        return (last / (double) PER_NODE - 2) / 2;
    }

    private double value(int i, double t, int offset) {
        int p = i * WIDTH + offset;
        return points[p] * (1 - t) + points[p + WIDTH] * t;
    }

    /** Finds the position of a patient point (mm); exact near the line, approximate far from it. */
    public void locate(double x, double y, double z, Position position) {
        double at = Math.max(0, Math.min(last, position.at));
        int i = 0;
        double t = 0;
        for (int round = 0; round < 14; round++) {
            i = Math.min(last - 1, (int) at);
            t = at - i;
            double above = (x - value(i, t, 0)) * value(i, t, 9) + (y - value(i, t, 1)) * value(i, t, 10)
                    + (z - value(i, t, 2)) * value(i, t, 11);
            if (Math.abs(above) < 0.04) {
                break;
            }
            double by = -above / step[i];
            double next = Math.max(0, Math.min(last, at + Math.max(-8, Math.min(8, by))));
            if (next == at) {
                break;
            }
            at = next;
        }
        position.at = at;
        i = Math.min(last - 1, (int) at);
        t = at - i;
        double dx = x - value(i, t, 0);
        double dy = y - value(i, t, 1);
        double dz = z - value(i, t, 2);
        position.level = (at / PER_NODE - 2) / 2;
        position.left = dx * value(i, t, 3) + dy * value(i, t, 4) + dz * value(i, t, 5);
        position.anterior = dx * value(i, t, 6) + dy * value(i, t, 7) + dz * value(i, t, 8);
    }

    /** The vertebra nearest to a level. */
    public int vertebra(double level) {
        return Math.max(0, Math.min(last / (2 * PER_NODE) - 1, (int) Math.rint(level)));
    }
}
