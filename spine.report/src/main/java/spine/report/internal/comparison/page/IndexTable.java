package spine.report.internal.comparison.page;

import java.util.List;
import java.util.stream.IntStream;
import spine.api.score.Score;
import spine.report.internal.comparison.change.Comparison;
import spine.report.internal.comparison.change.IndexSeries;
import spine.report.internal.comparison.picture.AlignedPictures;
import spine.report.internal.drawing.ScoreColour;
import spine.report.internal.page.IndexName;

/**
 * The totals and units of one index.
 *
 * @param number of the index, counted from 1
 * @param suffix names the index in headings where there are several; may be empty
 * @param totals the telling one first
 * @param chart drawing of all totals
 * @param error what is known of the error of measurement, a sentence
 * @param columns names of the time points
 * @param units from head to foot
 */
record IndexTable(int number, String suffix, List<TotalCard> totals, String chart, String error, List<String> columns,
        List<UnitLine> units) {

    static IndexTable of(Comparison comparison, int at, AlignedPictures pictures) {
        IndexSeries index = comparison.indices().get(at);
        double highest = comparison.points().stream().mapToDouble(point -> highest(point.score(index.indexId()).orElseThrow(),
                point.archived().anatomy().variant().units().size())).max().orElseThrow();
        double tallest = index.units().stream().filter(unit -> unit.highestAt() >= 0)
                .mapToDouble(unit -> unit.value(unit.highestAt())).max().orElse(0);
        return new IndexTable(at + 1, comparison.indices().size() > 1 ? " · " + IndexName.of(index.indexId()) : "",
                index.totals().stream().map(total -> TotalCard.of(comparison, index, total)).toList(), TotalsChart.svg(comparison, index),
                comparison.errors().get(index.indexId()).sentence(), comparison.points().stream().map(point -> point.name()).toList(),
                IntStream.range(0, index.units().size()).mapToObj(i -> UnitLine.of(comparison, index, index.units().get(i), i, highest,
                        tallest, pictures.show(index.units().get(i).level()) ? UnitCompared.anchor(index.units().get(i)) : "")).toList());
    }

    private static double highest(Score score, int units) {
        return ScoreColour.highest(units, score);
    }
}
