package spine.phantom.internal.core.geometry;

import spine.api.anatomy.NumericalVariant;
import spine.api.image.Vec3;

/**
 * Geometry of the vertebral bodies and of the discs between them, as far as the truth needs it. Index 0 is C2, the last one S1: 23
 * for most people, else as {@link NumericalVariant#vertebrae}. Immutable.
 */
public interface SpineGeometry {

    /** How many vertebrae there are, and so what each index is called in the truth. */
    default NumericalVariant variant() {
        return NumericalVariant.USUAL;
    }

    BodyGeometry vertebra(int index);

    /** Middle of the disc below a vertebra, patient mm. */
    Vec3 discCentre(int index);

    /** Height of the disc below a vertebra in its middle, mm. */
    double discHeight(int index);
}
