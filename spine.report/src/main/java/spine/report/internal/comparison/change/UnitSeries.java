package spine.report.internal.comparison.change;

import java.util.List;
import java.util.Optional;
import spine.api.anatomy.DiscLevel;
import spine.api.score.UnitScore;

/**
 * One unit over time.
 *
 * @param level its name
 * @param scores one per time point; empty where it is not in view
 */
public record UnitSeries(DiscLevel level, List<Optional<UnitScore>> scores) {

    public UnitSeries {
        scores = List.copyOf(scores);
    }

    /** Its score at a time point, counted from 0; NaN where it is not in view. */
    public double value(int at) {
        return scores.get(at).map(UnitScore::score).orElse(Double.NaN);
    }

    /** Whether it is in view at all of these time points. */
    boolean comparable(List<Integer> at) {
        return at.stream().allMatch(point -> scores.get(point).isPresent());
    }

    /** The time point at which it scores highest, the first of these; -1 if it is never in view. */
    public int highestAt() {
        int highest = -1;
        for (int at = 0; at < scores.size(); at++) {
            if (scores.get(at).isPresent() && (highest < 0 || value(at) > value(highest))) {
                highest = at;
            }
        }
        return highest;
    }
}
