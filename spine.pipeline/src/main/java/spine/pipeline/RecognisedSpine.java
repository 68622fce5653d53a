package spine.pipeline;

import java.util.Optional;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;

/** No unit, no total: a sum over nothing is 0, which reads like a healthy spine. Holds whatever the localiser says of its findings. */
final class RecognisedSpine {
    private static final String NOTHING = "No discovertebral unit was recognised in these images: nothing was scored.";

    private RecognisedSpine() {
    }

    /** The same spine where a unit is in view, else the same as images that show none. */
    static SpineAnatomy of(SpineAnatomy located) {
        if (located.noSpine().isPresent() || located.units().stream().anyMatch(DiscovertebralUnit::present)) {
            return located;
        }
        return new SpineAnatomy(located.stacks(), located.variant(), located.units(), 0, Optional.of(NOTHING), located.notes(),
                located.warnings());
    }
}
