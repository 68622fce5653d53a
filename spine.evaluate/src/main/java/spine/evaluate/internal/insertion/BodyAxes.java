package spine.evaluate.internal.insertion;

import java.util.BitSet;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;

/**
 * A body seen in the plane of its largest slice: the rectangle of least area around it, turned by at most 25 degrees from the direction
 * of its neighbours. Points are (u, v) in mm from the middle of the rectangle, u to the front, v to the head.
 */
final class BodyAxes {
    private static final int MOST_TURN_DEGREES = 25;

    private final SlicePlane plane;
    private final Vec3 middle;
    private final Vec3 front;
    private final Vec3 head;
    private final double halfDepth;
    private final double halfHeight;

    private BodyAxes(SlicePlane plane, Vec3 middle, Vec3 front, Vec3 head, double halfDepth, double halfHeight) {
        this.plane = plane;
        this.middle = middle;
        this.front = front;
        this.head = head;
        this.halfDepth = halfDepth;
        this.halfHeight = halfHeight;
    }

    /**
     * @param pixels of the body on the slice, at least one
     * @param columns width of the slice
     * @param cranial direction to the head, about
     */
    static BodyAxes of(BitSet pixels, int columns, SlicePlane plane, Vec3 cranial) {
        Vec3 up = cranial.minus(plane.normal().times(cranial.dot(plane.normal()))).unit();
        Vec3 across = up.cross(plane.normal());
        // The patient looks along negative y.
        Vec3 anterior = across.y() < 0 ? across : across.times(-1);
        BodyAxes best = null;
        for (int degrees = -MOST_TURN_DEGREES; degrees <= MOST_TURN_DEGREES; degrees++) {
            double angle = Math.toRadians(degrees);
            BodyAxes turned = around(pixels, columns, plane, anterior.times(Math.cos(angle)).plus(up.times(Math.sin(angle))),
                    up.times(Math.cos(angle)).minus(anterior.times(Math.sin(angle))));
            if (best == null || turned.halfDepth * turned.halfHeight < best.halfDepth * best.halfHeight) {
                best = turned;
            }
        }
        return best;
    }

    private static BodyAxes around(BitSet pixels, int columns, SlicePlane plane, Vec3 front, Vec3 head) {
        double[] ends = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int pixel = pixels.nextSetBit(0); pixel >= 0; pixel = pixels.nextSetBit(pixel + 1)) {
            Vec3 offset = plane.toPatient(pixel % columns, pixel / columns).minus(plane.origin());
            double u = offset.dot(front);
            double v = offset.dot(head);
            ends[0] = Math.min(ends[0], u);
            ends[1] = Math.max(ends[1], u);
            ends[2] = Math.min(ends[2], v);
            ends[3] = Math.max(ends[3], v);
        }
        Vec3 middle = plane.origin().plus(front.times((ends[0] + ends[1]) / 2)).plus(head.times((ends[2] + ends[3]) / 2));
        return new BodyAxes(plane, middle, front, head, (ends[1] - ends[0]) / 2, (ends[3] - ends[2]) / 2);
    }

    double halfDepth() {
        return halfDepth;
    }

    double halfHeight() {
        return halfHeight;
    }

    /** Towards the front, mm. */
    double u(double column, double row) {
        return plane.toPatient(column, row).minus(middle).dot(front);
    }

    /** Towards the head, mm. */
    double v(double column, double row) {
        return plane.toPatient(column, row).minus(middle).dot(head);
    }

    /** The column of the point. */
    double column(double u, double v) {
        return plane.columnOf(middle.plus(front.times(u)).plus(head.times(v)));
    }

    /** The row of the point. */
    double row(double u, double v) {
        return plane.rowOf(middle.plus(front.times(u)).plus(head.times(v)));
    }
}
