package spine.itest;

import spine.api.score.Score;
import spine.api.score.ScoringInput;

/** Ends the process, as if all were well. */
public class ExitingIndex extends TrialIndex {

    @Override
    public Score score(ScoringInput input) {
        System.exit(0);
        return super.score(input);
    }
}
