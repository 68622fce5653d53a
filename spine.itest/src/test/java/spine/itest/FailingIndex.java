package spine.itest;

import spine.api.score.Score;
import spine.api.score.ScoringInput;

/** Comes up and then cannot score. */
public class FailingIndex extends TrialIndex {

    @Override
    public Score score(ScoringInput input) {
        throw new StackOverflowError();
    }
}
