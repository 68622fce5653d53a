package spine.api.anatomy;

import java.util.Objects;
import spine.api.image.Vec3;

/**
 * The plane through one endplate of a vertebral body.
 *
 * @param centre a point on it in the middle of the body, patient LPS mm
 * @param outward unit normal pointing out of the body (to the head for an upper endplate)
 */
public record Endplate(Vec3 centre, Vec3 outward) {

    public Endplate {
        Objects.requireNonNull(centre, "centre");
        Objects.requireNonNull(outward, "outward");
    }

    /** How deep the point lies inside the body, seen from this endplate, mm; negative outside. */
    public double depthOf(Vec3 point) {
        return centre.minus(point).dot(outward);
    }
}
