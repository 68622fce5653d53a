package spine.phantom.internal.core.geometry;

import spine.api.image.Vec3;

/** The bodies from C2 (0) to S1 (23) and the discs between them as the truth sees them. Immutable. */
public interface SpineGeometry {

    BodyGeometry vertebra(int index);

    /** Middle of the disc below a vertebra, patient mm. */
    Vec3 discCentre(int index);

    /** Height of the disc below a vertebra in its middle, mm. */
    double discHeight(int index);
}
