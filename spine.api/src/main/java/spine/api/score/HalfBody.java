package spine.api.score;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Endplate;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Vec3;

/**
 * The half of a vertebral body that belongs to a unit: the lower half of the vertebra above the disc, the upper half of
 * the one below it.
 *
 * @param body the whole body
 * @param aboveDisc whether it is the vertebra above the disc
 */
public record HalfBody(VertebralBody body, boolean aboveDisc) {

    public HalfBody {
        Objects.requireNonNull(body, "body");
    }

    /** The halves of the unit that the stack shows, from head to foot: two, or fewer if a body was not found there. */
    public static List<HalfBody> of(DiscLevel level, StackAnatomy stack) {
        return Stream.of(stack.body(level.upper()).map(body -> new HalfBody(body, true)),
                stack.body(level.lower()).map(body -> new HalfBody(body, false))).flatMap(Optional::stream).toList();
    }

    /** The code of the whole body in {@link StackAnatomy#structures}. */
    public byte code() {
        return StackAnatomy.bodyCode(body.level());
    }

    /** Whether the point, which lies in the body, lies in this half. The plane through the centre belongs below. */
    public boolean contains(Vec3 point) {
        return body.inUpperHalf(point) != aboveDisc;
    }

    /** The quadrant of the unit in which the point of this half lies. */
    public Quadrant quadrantOf(Vec3 point) {
        if (aboveDisc) {
            return body.inFront(point) ? Quadrant.UPPER_ANTERIOR : Quadrant.UPPER_POSTERIOR;
        }
        return body.inFront(point) ? Quadrant.LOWER_ANTERIOR : Quadrant.LOWER_POSTERIOR;
    }

    /** The endplate at the unit's disc. */
    public Endplate endplate() {
        return aboveDisc ? body.lower() : body.upper();
    }
}
