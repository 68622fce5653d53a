package spine.api.anatomy;

import java.util.Objects;
import spine.api.image.Vec3;

/**
 * An intervertebral disc found in one stack.
 *
 * @param level its name
 * @param centre its centre, patient LPS mm
 * @param heightMm height in the middle, mm
 * @param confidence how sure its name is, 0..1
 */
public record Disc(DiscLevel level, Vec3 centre, double heightMm, double confidence) {

    public Disc {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(centre, "centre");
    }
}
