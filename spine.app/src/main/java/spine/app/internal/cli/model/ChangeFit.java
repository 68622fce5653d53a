package spine.app.internal.cli.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.score.MeasurementError;
import spine.agreement.score.SmallestDetectableChange;
import spine.api.score.Score;
import spine.api.score.UnitScore;

/** The smallest detectable change of the totals and of single units, from scores of pairs of studies without change. */
final class ChangeFit {
    private final Map<String, List<double[]>> totals = new LinkedHashMap<>();
    private final List<double[]> units = new ArrayList<>();

    /** Adds a pair: of the units those that both studies show. */
    void add(Score first, Score second) {
        first.totals().forEach((name, total) -> totals.computeIfAbsent(name, any -> new ArrayList<>())
                .add(new double[] {total, second.totals().get(name)}));
        for (UnitScore unit : first.units()) {
            second.units().stream().filter(other -> other.unit().level().equals(unit.unit().level()))
                    .filter(other -> unit.unit().present() && other.unit().present())
                    .forEach(other -> units.add(new double[] {unit.score(), other.score()}));
        }
    }

    /** By name of the total, 1.96 SD of the differences with its 95 % interval. */
    Map<String, Estimate> totals() {
        Map<String, Estimate> changes = new LinkedHashMap<>();
        totals.forEach((name, pairs) -> changes.put(name, of(pairs)));
        return changes;
    }

    /** Of a single unit; the units of one patient count as if they were of several. */
    Estimate unit() {
        return of(units);
    }

    private static Estimate of(List<double[]> scores) {
        Pairs pairs = Pairs.of(scores.stream().mapToDouble(pair -> pair[0]).toArray(),
                scores.stream().mapToDouble(pair -> pair[1]).toArray());
        return SmallestDetectableChange.ofError(MeasurementError.ofPairs(pairs, Estimate.CONFIDENCE));
    }
}
