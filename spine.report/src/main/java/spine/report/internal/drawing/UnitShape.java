package spine.report.internal.drawing;

import java.util.List;
import java.util.Optional;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Vec3;

/** The lines of a discovertebral unit: from the middle of the body above its disc to the middle of the body below. */
public record UnitShape(VertebralBody above, VertebralBody below) {

    /** Empty if the stack does not show both bodies. */
    public static Optional<UnitShape> of(DiscLevel level, StackAnatomy stack) {
        return stack.body(level.upper()).flatMap(above -> stack.body(level.lower()).map(below -> new UnitShape(above, below)));
    }

    /** Of its disc, between the endplates. */
    public Vec3 centre() {
        return above.lower().centre().plus(below.upper().centre()).times(0.5);
    }

    List<Vec3> box() {
        return List.of(front(above), back(above), back(below), front(below));
    }

    Vec3 front(VertebralBody body) {
        return body.centre().plus(body.anterior().times(body.depthMm() / 2));
    }

    Vec3 back(VertebralBody body) {
        return body.centre().minus(body.anterior().times(body.depthMm() / 2));
    }

    /** Half the side of a square that shows the unit with the rest of both bodies, mm. */
    public double halfExtent() {
        double tall = above.centre().distance(below.centre()) / 2 + Math.max(above.heightMm(), below.heightMm()) / 2;
        double deep = Math.max(above.depthMm(), below.depthMm()) / 2;
        return Math.max(tall, deep) + 9;
    }
}
