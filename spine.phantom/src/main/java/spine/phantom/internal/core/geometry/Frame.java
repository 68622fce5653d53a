package spine.phantom.internal.core.geometry;

import spine.api.image.Vec3;

/**
 * A coordinate system in the patient: an origin and three unit vectors at right angles.
 *
 * @param centre origin, patient mm
 * @param left towards the patient's left
 * @param anterior towards the front
 * @param cranial towards the head
 */
public record Frame(Vec3 centre, Vec3 left, Vec3 anterior, Vec3 cranial) {

    /**
     * A frame that is rotated against the axes of the patient.
     *
     * @param tilt how far the cranial axis leans forward, degrees
     * @param lean how far it leans to the left, degrees
     * @param turn rotation about the axis, degrees
     */
    public static Frame at(Vec3 centre, double tilt, double lean, double turn) {
        double t = StrictMath.toRadians(tilt);
        double r = StrictMath.toRadians(lean);
        double k = StrictMath.toRadians(turn);
        Vec3 cranial = new Vec3(StrictMath.sin(r), -StrictMath.sin(t) * StrictMath.cos(r), StrictMath.cos(t) * StrictMath.cos(r));
        Vec3 side = new Vec3(StrictMath.cos(k), StrictMath.sin(k), 0);
        Vec3 left = side.minus(cranial.times(side.dot(cranial))).unit();
        return new Frame(centre, left, left.cross(cranial), cranial);
    }

    /** The patient point with these coordinates in the frame. */
    public Vec3 toPatient(double l, double a, double c) {
        return centre.plus(left.times(l)).plus(anterior.times(a)).plus(cranial.times(c));
    }

    /** Converts a patient point to coordinates of this frame; fills nothing else of {@code out}. */
    public void place(double x, double y, double z, BodyCoordinates out) {
        double dx = x - centre.x();
        double dy = y - centre.y();
        double dz = z - centre.z();
        out.left = dx * left.x() + dy * left.y() + dz * left.z();
        out.anterior = dx * anterior.x() + dy * anterior.y() + dz * anterior.z();
        out.cranial = dx * cranial.x() + dy * cranial.y() + dz * cranial.z();
    }

    /** The frame with the mean directions of two others. */
    public static Frame between(Frame p, Frame q, Vec3 centre) {
        Vec3 cranial = p.cranial.plus(q.cranial).unit();
        Vec3 side = p.left.plus(q.left);
        Vec3 left = side.minus(cranial.times(side.dot(cranial))).unit();
        return new Frame(centre, left, left.cross(cranial), cranial);
    }
}
