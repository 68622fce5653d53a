package spine.jobs.internal.work;

import java.util.List;

/**
 * What is made of a study.
 *
 * @param indexes ids of indices, at least one
 * @param formats of the result
 */
public record ScoringRule(List<String> indexes, List<String> formats) {

    public ScoringRule {
        indexes = List.copyOf(indexes);
        formats = List.copyOf(formats);
    }
}
