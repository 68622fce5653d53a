package spine.api.anatomy;

import java.util.Objects;

/**
 * One unit and where it is to be scored.
 *
 * @param level its name
 * @param present whether both half bodies and the disc lie in the field of view of one stack
 * @param stack index of the stack it is scored on, the one where it lies further from the edge of the field of view;
 *     -1 if not present
 * @param confidence how sure the name is, 0..1; 0 if not present
 */
public record DiscovertebralUnit(DiscLevel level, boolean present, int stack, double confidence) {

    public DiscovertebralUnit {
        Objects.requireNonNull(level, "level");
    }

    /** A unit that no stack shows, or that the spine does not have. */
    public static DiscovertebralUnit absent(DiscLevel level) {
        return new DiscovertebralUnit(level, false, -1, 0);
    }
}
