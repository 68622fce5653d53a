package spine.itest;

import java.util.List;
import java.util.Map;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;

/** Finds more sites than there are. */
public class LyingIndex extends TrialIndex {

    @Override
    public Score score(ScoringInput input) {
        List<UnitScore> units = input.anatomy().units().stream().map(UnitScore::zero).toList();
        return new Score(id(), "1.0.0", Map.of("sites", 999.0), Map.of("sites", 92.0), List.of(), units, List.of());
    }
}
