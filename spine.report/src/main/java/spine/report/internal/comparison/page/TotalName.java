package spine.report.internal.comparison.page;

import spine.api.anatomy.DiscLevel;
import spine.report.internal.comparison.change.IndexSeries;
import spine.report.internal.comparison.change.TotalSeries;
import spine.report.internal.page.IndexName;

/** Totals as people name them. */
final class TotalName {
    private static final String TOTAL = "total";

    private TotalName() {
    }

    /** Such as {@code SPARCC, worst 6 units}. */
    static String of(IndexSeries index, TotalSeries total) {
        return IndexName.of(index.indexId()) + ", " + brief(total);
    }

    /** Such as {@code worst 6 units}. */
    static String brief(TotalSeries total) {
        if (!total.name().matches(TOTAL + "[1-9][0-9]?")) {
            return total.name();
        }
        int units = Integer.parseInt(total.name().substring(TOTAL.length()));
        return units >= DiscLevel.ALL.size() ? "all units" : "worst " + units + " units";
    }

    /** Of which units it is told. */
    static String scope(IndexSeries index, TotalSeries total) {
        if (total.restricted()) {
            return "over the " + index.common().size() + " units that all time points show";
        }
        return "of " + index.common().size() + " units in view";
    }
}
