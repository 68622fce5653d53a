package spine.report.internal.archive;

import java.util.List;
import java.util.Optional;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;

/**
 * A {@link SpineAnatomy}.
 *
 * @param noSpine null for a spine
 */
record SavedAnatomy(List<StackAnatomy> stacks, NumericalVariant variant, List<DiscovertebralUnit> units, double nameConfidence,
        String noSpine, List<String> notes, List<String> warnings) {

    static SavedAnatomy of(SpineAnatomy anatomy) {
        return new SavedAnatomy(anatomy.stacks(), anatomy.variant(), anatomy.units(), anatomy.nameConfidence(),
                anatomy.noSpine().orElse(null), anatomy.notes(), anatomy.warnings());
    }

    SpineAnatomy anatomy() {
        return new SpineAnatomy(stacks, variant, units, nameConfidence, Optional.ofNullable(noSpine), notes, warnings);
    }
}
