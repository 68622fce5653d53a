package spine.evaluate.internal.metric;

import java.util.List;
import spine.evaluate.internal.study.StudyPair;

/**
 * Studies that have something in common.
 *
 * @param by what the studies are split by
 * @param name what these have
 * @param pairs the studies, at least one
 */
public record Subgroup(String by, String name, List<StudyPair> pairs) {

    public Subgroup {
        pairs = List.copyOf(pairs);
    }
}
