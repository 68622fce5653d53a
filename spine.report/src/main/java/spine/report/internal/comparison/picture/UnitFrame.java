package spine.report.internal.comparison.picture;

import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.report.internal.drawing.UnitShape;

/**
 * Where a picture of a unit lies in the patient: around the middle of its disc, turned so that the unit stands as at the first time point.
 *
 * @param centre of the picture, patient LPS mm
 * @param back unit vector to the right of the picture, which is towards the back
 * @param down unit vector to the lower edge of the picture
 * @param halfExtent half the side of the picture, mm
 */
record UnitFrame(Vec3 centre, Vec3 back, Vec3 down, double halfExtent) {
    private static final Vec3 HEAD = new Vec3(0, 0, 1);

    /**
     * @param tilt how far the unit leans, see {@link #tilt}
     * @param halfExtent half the side of the picture, mm
     */
    static UnitFrame of(UnitShape shape, double tilt, double halfExtent) {
        Vec3 cranial = cranial(shape);
        Vec3 anterior = anterior(shape, cranial);
        Vec3 up = cranial.times(Math.cos(tilt)).plus(anterior.times(Math.sin(tilt)));
        Vec3 front = anterior.times(Math.cos(tilt)).minus(cranial.times(Math.sin(tilt)));
        return new UnitFrame(shape.centre(), front.times(-1), up.times(-1), halfExtent);
    }

    /** How far the direction of the head is turned to the front from the axis of the unit, radians. */
    static double tilt(UnitShape shape) {
        Vec3 cranial = cranial(shape);
        return Math.atan2(HEAD.dot(anterior(shape, cranial)), HEAD.dot(cranial));
    }

    private static Vec3 cranial(UnitShape shape) {
        return shape.above().cranial().plus(shape.below().cranial()).unit();
    }

    private static Vec3 anterior(UnitShape shape, Vec3 cranial) {
        Vec3 mean = shape.above().anterior().plus(shape.below().anterior());
        return mean.minus(cranial.times(mean.dot(cranial))).unit();
    }

    /** How far a slice lies to the left of the patient from the middle of the unit, mm. */
    double left(SlicePlane plane) {
        return -plane.distanceOf(centre) * (plane.normal().x() < 0 ? -1 : 1);
    }

    /** The place that a picture shows at these mm from its upper left corner. */
    Vec3 at(double x, double y) {
        return centre.plus(back.times(x - halfExtent)).plus(down.times(y - halfExtent));
    }

    /** Mm from the left edge of the picture. */
    double x(Vec3 point) {
        return point.minus(centre).dot(back) + halfExtent;
    }

    /** Mm from the upper edge of the picture. */
    double y(Vec3 point) {
        return point.minus(centre).dot(down) + halfExtent;
    }
}
