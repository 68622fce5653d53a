package spine.report.internal.comparison.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import spine.api.anatomy.DiscLevel;
import spine.api.score.Score;
import spine.api.score.UnitScore;

/**
 * One index over time.
 *
 * @param indexId its identity
 * @param totals those that all results have; one for which an important change is known comes first
 * @param units those that a time point shows or could show, from head to foot
 * @param common levels that all time points with a spine show, from head to foot
 */
public record IndexSeries(String indexId, List<TotalSeries> totals, List<UnitSeries> units, List<DiscLevel> common) {

    public IndexSeries {
        totals = List.copyOf(totals);
        units = List.copyOf(units);
        common = List.copyOf(common);
    }

    /** One for each index that all results have, in the order of the first. */
    static List<IndexSeries> of(List<TimePointResult> points) {
        return points.get(0).archived().scores().stream().map(Score::indexId)
                .filter(index -> points.stream().allMatch(point -> point.score(index).isPresent()))
                .map(index -> of(index, points)).toList();
    }

    private static IndexSeries of(String index, List<TimePointResult> points) {
        List<Score> scores = points.stream().map(point -> point.score(index).orElseThrow()).toList();
        SortedSet<DiscLevel> levels = new TreeSet<>();
        scores.forEach(score -> score.units().forEach(unit -> levels.add(unit.unit().level())));
        List<UnitSeries> units = levels.stream().map(level -> new UnitSeries(level,
                scores.stream().map(score -> in(score, level)).toList())).toList();
        List<Integer> spines = points.stream().filter(TimePointResult::spine).map(point -> point.number() - 1).toList();
        List<DiscLevel> common = units.stream().filter(unit -> unit.comparable(spines)).map(UnitSeries::level).toList();
        List<TotalSeries> totals = new ArrayList<>(scores.get(spines.get(0)).totals().keySet().stream()
                .filter(name -> scores.stream().allMatch(score -> score.totals().containsKey(name)))
                .map(name -> total(name, scores, spines, common)).toList());
        totals.sort(Comparator.comparing(total -> ImportantChange.of(index, total.name()).isEmpty()));
        return new IndexSeries(index, totals, units, common);
    }

    private static Optional<UnitScore> in(Score score, DiscLevel level) {
        return score.units().stream().filter(unit -> unit.unit().level().equals(level) && unit.unit().present()).findFirst();
    }

    private static TotalSeries total(String name, List<Score> scores, List<Integer> spines, List<DiscLevel> common) {
        List<Double> overCommon = new ArrayList<>();
        for (int at = 0; at < scores.size(); at++) {
            OptionalDouble sum = spines.contains(at) ? UnitTotals.over(scores.get(at), name, common::contains)
                    : OptionalDouble.of(Double.NaN);
            sum.ifPresent(overCommon::add);
        }
        Score first = scores.get(spines.get(0));
        List<DiscLevel> ofFirst = UnitTotals.highest(first, name);
        Double maximum = first.maxima().get(name);
        return new TotalSeries(name, maximum == null ? OptionalDouble.empty() : OptionalDouble.of(maximum),
                scores.stream().map(score -> score.totals().get(name)).toList(),
                overCommon.size() == scores.size() ? overCommon : List.of(),
                scores.stream().map(score -> UnitTotals.highest(score, name)).toList(),
                ofFirst.isEmpty() ? List.of() : scores.stream().map(score -> sum(score, ofFirst)).toList());
    }

    /** NaN where one of them is not in view. */
    private static double sum(Score score, List<DiscLevel> levels) {
        return levels.stream().mapToDouble(level -> in(score, level).map(UnitScore::score).orElse(Double.NaN)).sum();
    }

    /** The total that speaks for the index. */
    public TotalSeries headline() {
        return totals.get(0);
    }
}
