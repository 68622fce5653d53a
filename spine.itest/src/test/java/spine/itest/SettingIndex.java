package spine.itest;

import java.util.List;
import java.util.Map;
import spine.api.score.Score;
import spine.api.score.ScoringInput;

/** Gives the points that its settings say. */
public class SettingIndex extends TrialIndex {
    static final String POINTS = "points";

    private Map<String, Object> settings = Map.of();

    /** Called by Declarative Services. */
    public void activate(Map<String, Object> properties) {
        settings = Map.copyOf(properties);
    }

    @Override
    public Score score(ScoringInput input) {
        return new Score(id(), "1.0.0", Map.of("total", (Double) settings.getOrDefault(POINTS, 0.0)), List.of(),
                super.score(input).units(), List.of());
    }
}
