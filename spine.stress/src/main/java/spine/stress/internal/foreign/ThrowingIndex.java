package spine.stress.internal.foreign;

import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;

/** Fails on every study. */
public final class ThrowingIndex implements ScoringIndex {

    @Override
    public Score score(ScoringInput input) {
        throw new IllegalStateException("this index always fails");
    }
}
