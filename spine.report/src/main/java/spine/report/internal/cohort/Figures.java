package spine.report.internal.cohort;

import java.util.List;
import spine.common.stats.Quantiles;
import spine.report.internal.page.PageNumbers;

/**
 * A total over the studies that have it.
 *
 * @param n how many studies
 * @param median and the other figures are empty where there are none
 * @param quartiles the first and the third, in words
 * @param range the least and the highest, in words
 * @param above share of totals above 0, in percent
 */
record Figures(int n, String median, String quartiles, String range, String above) {
    private static final int DECIMALS = 2;

    /** @param values none of them NaN */
    static Figures of(List<Double> values) {
        if (values.isEmpty()) {
            return new Figures(0, "–", "", "", "");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        long above = values.stream().filter(value -> value > 0).count();
        return new Figures(sorted.length, number(Quantiles.linear(sorted, 0.5)),
                number(Quantiles.linear(sorted, 0.25)) + " to " + number(Quantiles.linear(sorted, 0.75)),
                number(sorted[0]) + " to " + number(sorted[sorted.length - 1]), percent(above, sorted.length));
    }

    static String percent(long part, long all) {
        return PageNumbers.atMost(100.0 * part / all, 0);
    }

    private static String number(double value) {
        return PageNumbers.atMost(value, DECIMALS);
    }

    /** Whether any study has the total. */
    boolean known() {
        return n > 0;
    }
}
