package spine.sparcc.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Endplate;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Vec3;
import spine.api.score.Quadrant;

/**
 * The half of a vertebral body that belongs to a unit: the lower half of the vertebra above the disc, the upper half of
 * the one below it.
 *
 * @param body the whole body
 * @param aboveDisc whether it is the vertebra above the disc
 */
record HalfBody(VertebralBody body, boolean aboveDisc) {

    /** The halves of the unit that the stack shows: two, or fewer if a body was not found there. */
    static List<HalfBody> of(DiscLevel level, StackAnatomy stack) {
        return Stream.of(stack.body(level.upper()).map(body -> new HalfBody(body, true)),
                stack.body(level.lower()).map(body -> new HalfBody(body, false))).flatMap(Optional::stream).toList();
    }

    byte code() {
        return StackAnatomy.bodyCode(body.level());
    }

    /** Whether the point, which lies in the body, lies in this half. The plane through the centre belongs below. */
    boolean contains(Vec3 point) {
        return body.inUpperHalf(point) != aboveDisc;
    }

    Quadrant quadrantOf(Vec3 point) {
        if (aboveDisc) {
            return body.inFront(point) ? Quadrant.UPPER_ANTERIOR : Quadrant.UPPER_POSTERIOR;
        }
        return body.inFront(point) ? Quadrant.LOWER_ANTERIOR : Quadrant.LOWER_POSTERIOR;
    }

    /** The endplate at the unit's disc. */
    Endplate endplate() {
        return aboveDisc ? body.lower() : body.upper();
    }
}
