package spine.phantom.internal.standard.spine;

import spine.phantom.internal.core.geometry.Frame;
import spine.phantom.internal.core.geometry.Levels;

/**
 * The centreline of the spine as nodes from the skull base to the coccyx, each with a frame. It gives every patient point smooth
 * coordinates along, in front of and beside the line. Nodes: 0 skull base, 1 atlas, 2 + 2j vertebra j, 3 + 2j the disc below it.
 * Immutable.
 */
public final class Centreline {

    /** A point relative to the line; result of {@link #locate}. */
    public static final class Position {
        /** The point lies between node {@code cell} and the next one. */
        public int cell;
        /** Share of the way from the first node to the next; outside 0..1 beyond the ends. */
        public double share;
        /** Distance in front of and to the left of the line, mm. */
        public double anterior;
        public double left;
    }

    private final int nodes;
    private final double[] centre;
    private final double[] axes;

    Centreline(Frame[] frames) {
        nodes = frames.length;
        centre = new double[nodes * 3];
        axes = new double[nodes * 9];
        for (int i = 0; i < nodes; i++) {
            Frame f = frames[i];
            put(centre, i * 3, f.centre().x(), f.centre().y(), f.centre().z());
            put(axes, i * 9, f.left().x(), f.left().y(), f.left().z());
            put(axes, i * 9 + 3, f.anterior().x(), f.anterior().y(), f.anterior().z());
            put(axes, i * 9 + 6, f.cranial().x(), f.cranial().y(), f.cranial().z());
        }
    }

    private static void put(double[] to, int at, double x, double y, double z) {
        to[at] = x;
        to[at + 1] = y;
        to[at + 2] = z;
    }

    public int nodes() {
        return nodes;
    }

    /** Patient coordinate (0 x, 1 y, 2 z) of a node. */
    public double node(int node, int coordinate) {
        return centre[node * 3 + coordinate];
    }

    /** The vertebra whose half of the spine a cell belongs to. */
    public static int vertebraOf(int cell) {
        return cell < 2 ? 0 : (cell - 1) / 2;
    }

    /** The disc in or beside a cell; -1 above the second cervical body and below the sacrum. */
    public static int discOf(int cell) {
        int disc = cell < 2 ? -1 : cell % 2 == 0 ? (cell - 2) / 2 : (cell - 3) / 2;
        return disc < Levels.COUNT - 1 ? disc : -1;
    }

    private double above(int node, double x, double y, double z) {
        int c = node * 3;
        int a = node * 9 + 6;
        return (x - centre[c]) * axes[a] + (y - centre[c + 1]) * axes[a + 1] + (z - centre[c + 2]) * axes[a + 2];
    }

    /** Finds the position of a patient point (mm); the search begins at the old cell of {@code position}. */
    public void locate(double x, double y, double z, Position position) {
        int k = position.cell;
        double upper = above(k, x, y, z);
        while (k > 0 && upper > 0) {
            k--;
            upper = above(k, x, y, z);
        }
        double lower = above(k + 1, x, y, z);
        while (k < nodes - 2 && lower < 0) {
            k++;
            upper = lower;
            lower = above(k + 1, x, y, z);
        }
        double span = lower - upper;
        double t = span > 1e-6 ? -upper / span : 0.5;
        double c = t < 0 ? 0 : t > 1 ? 1 : t;
        int p = k * 3;
        int q = k * 9;
        double dx = x - (centre[p] + (centre[p + 3] - centre[p]) * t);
        double dy = y - (centre[p + 1] + (centre[p + 4] - centre[p + 1]) * t);
        double dz = z - (centre[p + 2] + (centre[p + 5] - centre[p + 2]) * t);
        position.cell = k;
        position.share = t;
        position.left = along(dx, dy, dz, q, c);
        position.anterior = along(dx, dy, dz, q + 3, c);
    }

    private double along(double dx, double dy, double dz, int q, double t) {
        double ax = axes[q] + (axes[q + 9] - axes[q]) * t;
        double ay = axes[q + 1] + (axes[q + 10] - axes[q + 1]) * t;
        double az = axes[q + 2] + (axes[q + 11] - axes[q + 2]) * t;
        return dx * ax + dy * ay + dz * az;
    }

    /** Value of a quantity known at the nodes, at a located point. */
    public static double at(double[] values, Position position) {
        double t = position.share < 0 ? 0 : position.share > 1 ? 1 : position.share;
        return values[position.cell] + (values[position.cell + 1] - values[position.cell]) * t;
    }
}
