package spine.evaluate.internal.study;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;
import spine.api.model.ModelRole;

/** What is compared as one mask: all bodies, all discs, all oedema of an image. */
public enum MaskKind {
    BODY, DISC, OEDEMA;

    /** By the label of a mask; empty for another structure. */
    public static Optional<MaskKind> of(String label) {
        if (label.equals(ModelRole.LESION)) {
            return Optional.of(OEDEMA);
        }
        if (Arrays.stream(Vertebra.values()).anyMatch(level -> level.name().equals(label))) {
            return Optional.of(BODY);
        }
        return Stream.concat(DiscLevel.ALL.stream(), DiscLevel.VARIANTS.stream()).anyMatch(level -> level.label().equals(label))
                ? Optional.of(DISC) : Optional.empty();
    }
}
