package spine.report.internal.comparison.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import spine.common.svg.SvgWriter;
import spine.common.text.Decimals;
import spine.report.internal.comparison.change.ChangeWords;
import spine.report.internal.comparison.change.Comparison;
import spine.report.internal.comparison.change.IndexSeries;
import spine.report.internal.comparison.change.MeasurementError;
import spine.report.internal.comparison.change.TimePointResult;
import spine.report.internal.comparison.change.TotalSeries;

/** The totals of an index over time: at the days of the studies where these are known, else one after the other. */
final class TotalsChart {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 250;
    private static final double LEFT = 40;
    /** Room for the names of the lines. */
    private static final double RIGHT = 160;
    private static final double TOP = 14;
    private static final double BOTTOM = 42;
    private static final double LETTERS = 13;
    /** How broad a letter is at most, on paper too. */
    private static final double LETTER = 9;

    private final Comparison comparison;
    private final IndexSeries index;
    private final List<Double> across;
    private final double top;
    private final SvgWriter svg = new SvgWriter(value -> Decimals.atMost(value, 1, "0"));

    private TotalsChart(Comparison comparison, IndexSeries index) {
        this.comparison = comparison;
        this.index = index;
        this.across = across(comparison.points());
        double band = index.headline().compared().get(comparison.whole().from()) + error().ofTotal(index.headline().name()).orElse(0);
        this.top = 1.1 * Math.max(4, Math.max(band, index.totals().stream().flatMap(total -> total.compared().stream())
                .filter(value -> !value.isNaN()).mapToDouble(value -> value).max().orElse(0)));
    }

    private MeasurementError error() {
        return comparison.errors().get(index.indexId());
    }

    static String svg(Comparison comparison, IndexSeries index) {
        return new TotalsChart(comparison, index).draw();
    }

    /** From 0 to 1. Days that are not in order would draw a line backwards. */
    private static List<Double> across(List<TimePointResult> points) {
        List<Double> days = new ArrayList<>();
        for (TimePointResult point : points) {
            OptionalLong since = point.daysSince(points.get(0));
            if (since.isEmpty() || !days.isEmpty() && since.getAsLong() <= days.get(days.size() - 1)) {
                return points.stream().map(of -> (of.number() - 1.0) / (points.size() - 1)).toList();
            }
            days.add((double) since.getAsLong());
        }
        double last = days.get(days.size() - 1);
        return days.stream().map(day -> day / last).toList();
    }

    private String draw() {
        svg.open("svg").with("class", "totals-chart").with("role", "img").with("viewBox", "0 0 560 250").with("aria-label", words());
        axis();
        TotalSeries headline = index.headline();
        error().ofTotal(headline.name()).ifPresent(points -> band(headline, points));
        double[] labels = labels();
        for (int i = 0; i < index.totals().size(); i++) {
            line(index.totals().get(i), i, labels[i]);
        }
        return svg.close().toString();
    }

    private void axis() {
        double step = step(top);
        for (double value = 0; value <= top; value += step) {
            svg.open("line").with("class", "grid").with("x1", LEFT).with("x2", WIDTH - RIGHT).with("y1", y(value)).with("y2", y(value))
                    .close();
            svg.open("text").with("x", LEFT - 8).with("y", y(value) + 4).with("text-anchor", "end").text(ChangeWords.points(value)).close();
        }
        times();
    }

    /** The names of all time points; if these have no room, numbers between the first and the last, as far as there is room for them. */
    private void times() {
        List<String> names = comparison.points().stream().map(TimePointResult::name).toList();
        if (fitting(names).size() < names.size()) {
            names = IntStream.range(0, names.size()).mapToObj(at -> at == 0 || at == comparison.points().size() - 1
                    ? comparison.points().get(at).name() : Integer.toString(at)).toList();
        }
        for (int at : fitting(names)) {
            svg.open("text").with("x", x(at)).with("y", HEIGHT - BOTTOM + 20).with("text-anchor", "middle").text(names.get(at)).close();
        }
    }

    /** Those that have room beside the first, the last and each other. */
    private List<Integer> fitting(List<String> names) {
        int last = names.size() - 1;
        List<Integer> fitting = new ArrayList<>(List.of(0));
        for (int at = 1; at < last; at++) {
            int before = fitting.get(fitting.size() - 1);
            if (x(at) - half(names.get(at)) > x(before) + half(names.get(before))
                    && x(at) + half(names.get(at)) < x(last) - half(names.get(last))) {
                fitting.add(at);
            }
        }
        fitting.add(last);
        return fitting;
    }

    /** Half the room that a name takes. */
    private static double half(String name) {
        return LETTER * name.length() / 2 + 3;
    }

    /** About four lines at round numbers. */
    private static double step(double top) {
        double power = Math.pow(10, Math.floor(Math.log10(top / 4)));
        double share = top / 4 / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }

    /** What is no detectable change from the first value. */
    private void band(TotalSeries total, double points) {
        double first = total.compared().get(comparison.whole().from());
        double upper = Math.min(top, first + points);
        double lower = Math.max(0, first - points);
        svg.open("rect").with("class", "error").with("x", x(comparison.whole().from())).with("y", y(upper))
                .with("width", x(comparison.whole().to()) - x(comparison.whole().from())).with("height", y(lower) - y(upper)).close();
    }

    private void line(TotalSeries total, int number, double label) {
        StringBuilder path = new StringBuilder();
        String style = "line" + Math.min(number, 3);
        for (int at : comparison.spines()) {
            path.append(path.isEmpty() ? "M" : "L").append(svg.number(x(at))).append(' ').append(svg.number(y(total.compared().get(at))));
        }
        // Where another line lies on this one, it is drawn wider, so that both are seen.
        boolean covered = index.totals().stream().skip(number + 1L).anyMatch(other -> other.compared().equals(total.compared()));
        svg.open("path").with("class", covered ? style + " covered" : style).with("d", path.toString()).close();
        for (int at : comparison.spines()) {
            double value = total.compared().get(at);
            svg.open("circle").with("class", style).with("cx", x(at)).with("cy", y(value)).with("r", covered ? 8 : 4.5).close();
        }
        svg.open("text").with("class", "name " + style).with("x", WIDTH - RIGHT + 12).with("y", label)
                .text(TotalName.brief(total) + ": " + ChangeWords.points(total.compared().get(comparison.whole().to()))).close();
    }

    /** Beside the ends of the lines, but not over each other. */
    private double[] labels() {
        int to = comparison.whole().to();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < index.totals().size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -index.totals().get(i).compared().get(to)));
        double[] labels = new double[order.size()];
        double before = -LETTERS;
        for (int i : order) {
            labels[i] = Math.max(before + LETTERS + 3, y(index.totals().get(i).compared().get(to)) + 4);
            before = labels[i];
        }
        return labels;
    }

    private String words() {
        List<String> words = new ArrayList<>();
        for (TotalSeries total : index.totals()) {
            words.add(TotalName.of(index, total) + ": " + String.join(", ", total.compared().stream().map(ChangeWords::points).toList()));
        }
        return String.join("; ", words);
    }

    private double x(int at) {
        return LEFT + 26 + (WIDTH - RIGHT - LEFT - 52) * across.get(at);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top;
    }
}
