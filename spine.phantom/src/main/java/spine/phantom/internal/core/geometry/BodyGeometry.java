package spine.phantom.internal.core.geometry;

import spine.api.image.Vec3;

/** One vertebral body as the truth sees it, whatever its form. Immutable. */
public interface BodyGeometry {

    /** C2 is 0. */
    int index();

    Frame frame();

    /** Height on the axis, the dens of C2 excluded, mm. */
    double height();

    /** Half depth at mid-height, mm. */
    double halfDepth();

    /** Radius of a ball round the centre that holds the body, mm. */
    double reach();

    /** Middle of the upper (or lower) endplate without its concavity. */
    Vec3 endplate(boolean upper);

    /** Tells where a patient point lies in the body. */
    void locate(double x, double y, double z, BodyCoordinates out);
}
