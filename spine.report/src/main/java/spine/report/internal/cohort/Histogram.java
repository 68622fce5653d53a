package spine.report.internal.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spine.report.internal.page.PageNumbers;

/**
 * How many studies have which total: a bar for 0, which many have, then bars of equal width.
 *
 * @param width of a bar but the first, points; always a whole number where the totals are whole
 * @param bars from the lowest
 */
record Histogram(String width, List<Bar> bars) {
    private static final int MOST_BARS = 12;
    private static final double LEFT = 8;
    private static final double ACROSS = 544;
    private static final double BOTTOM = 256;
    private static final double HIGH = 224;

    /**
     * A bar; lengths are those of its drawing.
     *
     * @param number counted from 0
     * @param label the totals in it
     * @param middle of the bar
     * @param above where its number of studies stands
     */
    record Bar(int number, int count, String label, String x, String y, String width, String height, String middle, String above) {
    }

    /** @param values none of them NaN or below 0 */
    static Histogram of(List<Double> values) {
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        boolean whole = values.stream().allMatch(value -> value == Math.rint(value));
        double width = width(highest, whole);
        int bars = 1 + (int) Math.ceil(highest / width);
        int[] counts = new int[bars];
        values.forEach(value -> counts[(int) Math.ceil(value / width)]++);
        int most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        List<Bar> drawn = new ArrayList<>();
        double step = ACROSS / bars;
        for (int i = 0; i < bars; i++) {
            double height = HIGH * counts[i] / most;
            drawn.add(new Bar(i, counts[i], label(i, width, whole), number(LEFT + i * step + step * 0.06), number(BOTTOM - height),
                    number(step * 0.88), number(height), number(LEFT + (i + 0.5) * step), number(BOTTOM - height - 6)));
        }
        return new Histogram(PageNumbers.atMost(width, 6), drawn);
    }

    /** The least of 1, 2, 5, 10, 20, 50, ... (and below 1 where totals are not whole) with which all fit. */
    private static double width(double highest, boolean whole) {
        double decade = whole ? 1 : 0.01;
        while (true) {
            for (int step : new int[] {1, 2, 5}) {
                if (Math.ceil(highest / (decade * step)) <= MOST_BARS) {
                    return decade * step;
                }
            }
            decade *= 10;
        }
    }

    private static String label(int bar, double width, boolean whole) {
        String to = PageNumbers.atMost(bar * width, 2);
        if (bar == 0) {
            return "0";
        }
        return !whole ? "to " + to : width == 1 ? to : PageNumbers.atMost((bar - 1) * width + 1, 0) + "–" + to;
    }

    private static String number(double value) {
        return PageNumbers.atMost(value, 1);
    }
}
