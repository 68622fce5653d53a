package spine.unet.internal.training;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** {@code curves.svg}: loss and Dice over the steps, drawn from the lines of {@code log.csv}. */
final class TrainingCurves {
    private static final String DICE = "dice_";
    private static final String MEAN = DICE + "mean";
    private static final double LEFT = 70;
    private static final double RIGHT = 690;
    /** Colours that colour-blind people tell apart (Okabe and Ito). */
    private static final String[] COLOURS = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"};

    private final List<String> names;
    private final List<double[]> rows;
    private final StringBuilder svg = new StringBuilder();

    private TrainingCurves(List<String> lines) {
        this.names = List.of(lines.get(0).split(","));
        this.rows = lines.stream().skip(1)
                .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray()).toList();
    }

    /** @param lines header and one line per validation, at least one */
    static byte[] of(List<String> lines) {
        return new TrainingCurves(lines).draw().getBytes(StandardCharsets.UTF_8);
    }

    private String draw() {
        double[] last = rows.get(rows.size() - 1);
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"860\" height=\"660\" font-family=\"sans-serif\" font-size=\"13\">\n"
                + "<rect width=\"860\" height=\"660\" fill=\"white\"/>\n");
        text(LEFT, 30, "start", String.format(Locale.ROOT, "step %.0f: loss %.3f, mean Dice %.3f", last[0],
                last[names.indexOf("loss")], last[names.indexOf(MEAN)]));
        ChartAxis steps = new ChartAxis(0, last[0], LEFT, RIGHT);
        double highest = rows.stream().mapToDouble(row -> row[names.indexOf("loss")]).max().orElseThrow();
        ChartAxis loss = new ChartAxis(0, Math.max(highest * 1.05, 1e-3), 300, 60);
        frame(steps, loss, "training loss");
        curve(steps, loss, "loss", "loss", "#333333", 2, 70);
        ChartAxis dice = new ChartAxis(0, 1, 600, 360);
        frame(steps, dice, "Dice on validation crops");
        List<String> shown = names.stream().filter(name -> name.startsWith(DICE) && !name.equals(MEAN)).toList();
        for (int i = 0; i < shown.size(); i++) {
            curve(steps, dice, shown.get(i), shown.get(i).substring(DICE.length()), COLOURS[i % COLOURS.length], 1.5, 370 + 22 * i);
        }
        if (shown.size() > 1) {
            curve(steps, dice, MEAN, "mean", "#333333", 3, 370 + 22 * shown.size());
        }
        text((LEFT + RIGHT) / 2, 645, "middle", "training step");
        return svg.append("</svg>\n").toString();
    }

    private void frame(ChartAxis x, ChartAxis y, String title) {
        for (double tick : y.ticks()) {
            line(x.start(), y.at(tick), x.end(), y.at(tick));
            text(x.start() - 8, y.at(tick) + 4, "end", number(tick));
        }
        for (double tick : x.ticks()) {
            line(x.at(tick), y.start(), x.at(tick), y.end());
            text(x.at(tick), y.start() + 18, "middle", number(tick));
        }
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"none\" stroke=\"#333333\"/>\n", x.start(), y.end(),
                x.end() - x.start(), y.start() - y.end());
        text(x.start(), y.end() - 8, "start", title);
    }

    /** A line through the measured points and a dot on each; a class that did not occur leaves a gap. */
    private void curve(ChartAxis x, ChartAxis y, String name, String label, String colour, double width, double legendY) {
        int column = names.indexOf(name);
        double[][] points = rows.stream().filter(row -> !Double.isNaN(row[column])).map(row -> new double[] {row[0], row[column]})
                .toArray(double[][]::new);
        String path = String.join(" ", IntStream.range(0, points.length)
                .mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f", x.at(points[i][0]), y.at(points[i][1]))).toList());
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"/>\n", path, colour, width);
        for (double[] point : points) {
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\"/>\n", x.at(point[0]), y.at(point[1]), colour);
        }
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"18\" height=\"4\" fill=\"%s\"/>\n", RIGHT + 16, legendY - 6, colour);
        text(RIGHT + 40, legendY, "start", points.length == 0 ? label + " (absent)"
                : label + String.format(Locale.ROOT, " %.3f", points[points.length - 1][1]));
    }

    private void line(double x1, double y1, double x2, double y2) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>\n", x1, y1, x2, y2);
    }

    private void text(double x, double y, String anchor, String words) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, words);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }

    private void add(String format, Object... values) {
        svg.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
