package spine.phantom.internal.core.geometry;

import spine.api.image.Vec3;

/** Geometry of the vertebral bodies C2 (0) to S1 (23) and of the discs between them, as far as the truth needs it. Immutable. */
public interface SpineGeometry {

    BodyGeometry vertebra(int index);

    /** Middle of the disc below a vertebra, patient mm. */
    Vec3 discCentre(int index);

    /** Height of the disc below a vertebra in its middle, mm. */
    double discHeight(int index);
}
