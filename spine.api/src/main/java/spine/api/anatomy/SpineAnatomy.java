package spine.api.anatomy;

import java.util.List;

/**
 * The labelled spine of one study.
 *
 * @param stacks one per stack of the study, in the same order
 * @param units exactly 23, C2/3 to L5/S1
 * @param warnings sentences for the reader of the report, for example that counting from above and below disagree
 */
public record SpineAnatomy(List<StackAnatomy> stacks, List<DiscovertebralUnit> units, List<String> warnings) {

    public SpineAnatomy {
        stacks = List.copyOf(stacks);
        units = List.copyOf(units);
        warnings = List.copyOf(warnings);
        if (units.size() != DiscLevel.ALL.size()) {
            throw new IllegalArgumentException("expected " + DiscLevel.ALL.size() + " units, got " + units.size());
        }
    }

    public DiscovertebralUnit unit(DiscLevel level) {
        return units.get(level.index());
    }
}
