package spine.itest;

import java.util.List;
import java.util.Map;
import org.osgi.framework.FrameworkUtil;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;

/** An index that scores nothing; goes into small bundles under several names, which {@link SmallBundle} derives from its id. */
public class TrialIndex implements ScoringIndex {

    @Override
    public Score score(ScoringInput input) {
        List<UnitScore> units = input.anatomy().units().stream().map(unit -> new UnitScore(unit, 0, List.of(), List.of())).toList();
        return new Score(id(), "1.0.0", Map.of("total", 0.0), List.of(), units, List.of());
    }

    /** That of the bundle which this class is in. */
    String id() {
        return FrameworkUtil.getBundle(getClass()).getSymbolicName().replaceFirst("^trial\\.", "");
    }
}
