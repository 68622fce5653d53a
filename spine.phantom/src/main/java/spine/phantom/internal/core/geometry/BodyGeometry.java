package spine.phantom.internal.core.geometry;

import spine.api.image.Vec3;

/** Geometry of one vertebral body, as far as the truth needs it. Immutable. */
public interface BodyGeometry {

    /** C2 is 0. */
    int index();

    Frame frame();

    /** Height on the axis, the dens of C2 excluded, mm. */
    double height();

    /** Half depth at mid-height, mm. */
    double halfDepth();

    /** Radius of a sphere around the centre that contains the body, mm. */
    double reach();

    /** Middle of the upper (or lower) endplate without its concavity. */
    Vec3 endplate(boolean upper);

    /** Converts a patient point (mm) to the coordinates of the body. */
    void locate(double x, double y, double z, BodyCoordinates out);
}
