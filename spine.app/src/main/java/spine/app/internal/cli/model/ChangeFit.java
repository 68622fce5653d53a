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
import spine.pipeline.interval.ConformalBounds;

/** The smallest detectable change of the totals and of single units, from scores of pairs of studies without change. */
final class ChangeFit {
    private static final double COVERAGE = 0.95;

    private final Map<String, List<double[]>> totals = new LinkedHashMap<>();
    private final List<double[]> units = new ArrayList<>();

    /**
     * What the differences of pairs say. Where few of them are large and most are nearly none, as with findings that count on one day only,
     * 1.96 SD of some tens of pairs is too low for new ones; the limit assumes nothing of their distribution.
     *
     * @param spread 1.96 SD of the differences (de Vet)
     * @param limit by split conformal prediction, points: 95 % of the differences of new pairs are at most that, either way
     */
    record Detectable(Estimate spread, double limit) {

        /** The larger of both, points. */
        double points() {
            return Math.max(spread.value(), limit);
        }
    }

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

    /**
     * By name of the total.
     *
     * @throws IllegalArgumentException if there are fewer than 19 pairs
     */
    Map<String, Detectable> totals() {
        Map<String, Detectable> changes = new LinkedHashMap<>();
        totals.forEach((name, pairs) -> changes.put(name, of(pairs)));
        return changes;
    }

    /** Of a single unit; the units of one patient count as if they were of several. */
    Detectable unit() {
        return of(units);
    }

    private static Detectable of(List<double[]> scores) {
        Pairs pairs = Pairs.of(scores.stream().mapToDouble(pair -> pair[0]).toArray(),
                scores.stream().mapToDouble(pair -> pair[1]).toArray());
        double[] sizes = scores.stream().mapToDouble(pair -> Math.abs(pair[1] - pair[0])).toArray();
        double limit = ConformalBounds.quantile(sizes, COVERAGE);
        return new Detectable(SmallestDetectableChange.ofError(MeasurementError.ofPairs(pairs, Estimate.CONFIDENCE)), limit);
    }
}
