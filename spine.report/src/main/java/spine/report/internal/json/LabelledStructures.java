package spine.report.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;

/**
 * One body and one disc per level from head to foot, although two stations may show the same one: the disc of the stack
 * its unit is scored on, else the one with the highest confidence; of equal ones that of the first stack.
 */
record LabelledStructures(List<VertebralBody> bodies, List<Disc> discs) {

    static LabelledStructures of(SpineAnatomy anatomy) {
        List<VertebralBody> bodies = new ArrayList<>();
        for (Vertebra level : Vertebra.values()) {
            VertebralBody surest = null;
            for (StackAnatomy stack : anatomy.stacks()) {
                VertebralBody body = stack.body(level).orElse(null);
                if (body != null && (surest == null || body.confidence() > surest.confidence())) {
                    surest = body;
                }
            }
            Optional.ofNullable(surest).ifPresent(bodies::add);
        }
        List<Disc> discs = new ArrayList<>();
        for (DiscLevel level : anatomy.variant().rows()) {
            scored(anatomy, level).or(() -> surest(anatomy, level)).ifPresent(discs::add);
        }
        return new LabelledStructures(bodies, discs);
    }

    private static Optional<Disc> scored(SpineAnatomy anatomy, DiscLevel level) {
        int stack = anatomy.unit(level).stack();
        return stack < 0 ? Optional.empty() : anatomy.stacks().get(stack).disc(level);
    }

    private static Optional<Disc> surest(SpineAnatomy anatomy, DiscLevel level) {
        Disc surest = null;
        for (StackAnatomy stack : anatomy.stacks()) {
            Disc disc = stack.disc(level).orElse(null);
            if (disc != null && (surest == null || disc.confidence() > surest.confidence())) {
                surest = disc;
            }
        }
        return Optional.ofNullable(surest);
    }
}
