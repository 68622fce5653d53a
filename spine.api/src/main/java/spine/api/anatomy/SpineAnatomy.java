package spine.api.anatomy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The labelled spine of one study, or the statement that its images show none.
 *
 * @param stacks one per stack of the study, in the same order
 * @param variant how many vertebrae the spine has; the usual number where that cannot be seen
 * @param units one for each of {@link NumericalVariant#rows}, in that order: the 23 usual ones, and those that only the variant has
 * @param nameConfidence probability that every name is right, 0..1; 0 where nothing has a name
 * @param noSpine why these images are taken for no spine, one sentence for the reader of the report; empty for a spine. No unit
 *     is present then, and nothing is scored
 * @param notes sentences on how the names were found that ask for nothing, for example that they were counted from S1
 * @param warnings sentences for the reader of the report, for example that counting from above and below disagree
 */
public record SpineAnatomy(List<StackAnatomy> stacks, NumericalVariant variant, List<DiscovertebralUnit> units, double nameConfidence,
        Optional<String> noSpine, List<String> notes, List<String> warnings) {

    public SpineAnatomy {
        stacks = List.copyOf(stacks);
        Objects.requireNonNull(variant, "variant");
        units = List.copyOf(units);
        Objects.requireNonNull(noSpine, "noSpine");
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
        if (!units.stream().map(DiscovertebralUnit::level).toList().equals(variant.rows())) {
            throw new IllegalArgumentException("expected the units " + variant.rows() + ", got "
                    + units.stream().map(DiscovertebralUnit::level).toList());
        }
        if (!(nameConfidence >= 0 && nameConfidence <= 1)) {
            throw new IllegalArgumentException("a confidence of " + nameConfidence);
        }
        if (noSpine.isPresent() && units.stream().anyMatch(DiscovertebralUnit::present)) {
            throw new IllegalArgumentException("what is no spine has no units");
        }
    }

    /** A spine of the usual number of vertebrae whose names are as sure as those of its least sure unit. */
    public SpineAnatomy(List<StackAnatomy> stacks, List<DiscovertebralUnit> units, List<String> warnings) {
        this(stacks, NumericalVariant.USUAL, units, leastSure(units), Optional.empty(), List.of(), warnings);
    }

    /**
     * Images that show no spine.
     *
     * @param stacks one per stack of the study, without bodies
     * @param why one sentence
     */
    public static SpineAnatomy none(List<StackAnatomy> stacks, String why) {
        return new SpineAnatomy(stacks, NumericalVariant.USUAL, DiscLevel.ALL.stream().map(DiscovertebralUnit::absent).toList(), 0,
                Optional.of(why), List.of(), List.of());
    }

    private static double leastSure(List<DiscovertebralUnit> units) {
        return units.stream().filter(DiscovertebralUnit::present).mapToDouble(DiscovertebralUnit::confidence).min().orElse(0);
    }

    /** The unit of that level; absent for a level that this spine does not have. */
    public DiscovertebralUnit unit(DiscLevel level) {
        return units.stream().filter(unit -> unit.level().equals(level)).findFirst().orElseGet(() -> DiscovertebralUnit.absent(level));
    }
}
