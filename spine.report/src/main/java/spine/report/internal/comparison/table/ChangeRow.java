package spine.report.internal.comparison.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import spine.report.internal.comparison.change.Change;
import spine.report.internal.comparison.change.Comparison;
import spine.report.internal.comparison.change.Comparison.Pair;
import spine.report.internal.comparison.change.IndexSeries;
import spine.report.internal.comparison.change.TotalSeries;
import spine.report.internal.comparison.change.UnitSeries;

/**
 * One change.
 *
 * @param kind {@code total} as the results have it; {@code commonUnits}: the same over the units that all time points show; {@code
 *     baselineUnits}: the sum over those units that make the total at the first time point; {@code unit}
 * @param item name of the total or label of the unit
 * @param compared whether anything can be said of it
 */
record ChangeRow(String kind, String item, Pair pair, Change change, boolean compared) {

    /** All of an index: pair by pair, totals first, then units from head to foot. */
    static List<ChangeRow> of(Comparison comparison, IndexSeries index) {
        List<ChangeRow> rows = new ArrayList<>();
        for (Pair pair : comparison.pairs()) {
            index.totals().forEach(total -> add(rows, comparison, index, total, pair));
            for (UnitSeries unit : index.units()) {
                Change change = comparison.change(index, unit, pair);
                rows.add(new ChangeRow("unit", unit.level().label(), pair, change, change.known()));
            }
        }
        return rows;
    }

    private static void add(List<ChangeRow> rows, Comparison comparison, IndexSeries index, TotalSeries total, Pair pair) {
        Change compared = comparison.change(index, total, pair);
        rows.add(new ChangeRow("total", total.name(), pair, with(compared, total.values(), pair), !total.restricted()));
        if (!total.common().isEmpty()) {
            rows.add(new ChangeRow("commonUnits", total.name(), pair, compared, compared.known()));
        }
        if (!total.ofFirst().isEmpty()) {
            // The smallest detectable change of a total that is of other units every time is not that of these.
            Change ofFirst = new Change(total.ofFirst().get(pair.from()), total.ofFirst().get(pair.to()), OptionalDouble.empty(),
                    OptionalDouble.empty());
            rows.add(new ChangeRow("baselineUnits", total.name(), pair, ofFirst, ofFirst.known()));
        }
    }

    private static Change with(Change change, List<Double> values, Pair pair) {
        return new Change(values.get(pair.from()), values.get(pair.to()), change.detectable(), change.important());
    }

    /** {@code improved}, {@code worse}, {@code noDetectableChange}, {@code undetermined} or {@code notComparable}. */
    String verdict() {
        if (!compared) {
            return "notComparable";
        }
        return switch (change.verdict()) {
            case IMPROVED -> "improved";
            case WORSE -> "worse";
            case NO_DETECTABLE_CHANGE -> "noDetectableChange";
            case UNDETERMINED -> "undetermined";
        };
    }
}
