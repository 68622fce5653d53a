package spine.pipeline;

import spine.api.score.ScoringIndex;

/**
 * An index that does not belong to the platform. It may have the name of one that does, but what that one was calibrated for says nothing
 * of this one: its totals get no intervals.
 */
@FunctionalInterface
public interface ForeignIndex extends ScoringIndex {
}
