package spine.stress.internal.foreign;

import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;

/** Uses up its stack. */
public final class OverflowingIndex implements ScoringIndex {

    @Override
    public Score score(ScoringInput input) {
        return again(input, 0);
    }

    private static Score again(ScoringInput input, int depth) {
        return depth < 0 ? null : again(input, depth + 1);
    }
}
