package spine.api.anatomy;

import java.util.Objects;
import spine.api.image.Vec3;

/**
 * A vertebral body found in one stack. C2 means the body below the dens; of S1 the whole first sacral body.
 *
 * @param level its name
 * @param centre centre of the body, patient LPS mm
 * @param cranial unit vector along the body's axis towards the head
 * @param anterior unit vector towards the front, perpendicular to {@code cranial}
 * @param upper the endplate towards the head (for C2: the plane at the base of the dens)
 * @param lower the endplate towards the feet
 * @param heightMm distance of the endplates in the middle of the body, mm
 * @param depthMm anterior-posterior extent at mid-height, mm
 * @param confidence how sure its <em>name</em> is, 0..1
 */
public record VertebralBody(Vertebra level, Vec3 centre, Vec3 cranial, Vec3 anterior, Endplate upper, Endplate lower,
        double heightMm, double depthMm, double confidence) {

    public VertebralBody {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(centre, "centre");
        Objects.requireNonNull(cranial, "cranial");
        Objects.requireNonNull(anterior, "anterior");
        Objects.requireNonNull(upper, "upper");
        Objects.requireNonNull(lower, "lower");
    }

    /** Whether the point lies in the half of the body nearer the head; the cut is the plane through the centre. */
    public boolean inUpperHalf(Vec3 point) {
        return point.minus(centre).dot(cranial) > 0;
    }

    /** Whether the point lies in the front half of the body. */
    public boolean inFront(Vec3 point) {
        return point.minus(centre).dot(anterior) > 0;
    }
}
