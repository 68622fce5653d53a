package spine.unet.training.internal.training;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import spine.common.svg.SvgWriter;
import spine.common.text.Decimals;

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
    private final SvgWriter svg = new SvgWriter(value -> Decimals.fixed(value, 1, "0"));

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
        svg.open("svg").with("xmlns", "http://www.w3.org/2000/svg").with("width", 860).with("height", 660)
                .with("font-family", "sans-serif").with("font-size", 13).newLine();
        svg.open("rect").with("width", 860).with("height", 660).with("fill", "white").close().newLine();
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
        return svg.close().newLine().toString();
    }

    private void frame(ChartAxis x, ChartAxis y, String title) {
        for (double tick : y.ticks()) {
            gridLine(x.start(), y.at(tick), x.end(), y.at(tick));
            text(x.start() - 8, y.at(tick) + 4, "end", number(tick));
        }
        for (double tick : x.ticks()) {
            gridLine(x.at(tick), y.start(), x.at(tick), y.end());
            text(x.at(tick), y.start() + 18, "middle", number(tick));
        }
        svg.open("rect").with("x", x.start()).with("y", y.end()).with("width", x.end() - x.start()).with("height", y.start() - y.end())
                .with("fill", "none").with("stroke", "#333333").close().newLine();
        text(x.start(), y.end() - 8, "start", title);
    }

    /** A line through the measured points and a dot on each; a class that did not occur leaves a gap. */
    private void curve(ChartAxis x, ChartAxis y, String name, String label, String colour, double width, double legendY) {
        int column = names.indexOf(name);
        double[][] points = rows.stream().filter(row -> !Double.isNaN(row[column]))
                .map(row -> new double[] {x.at(row[0]), y.at(row[column]), row[column]})
                .toArray(double[][]::new);
        svg.open("polyline").with("points", Arrays.stream(points).map(point -> svg.number(point[0]) + "," + svg.number(point[1]))
                .collect(Collectors.joining(" "))).with("fill", "none").with("stroke", colour).with("stroke-width", width)
                .close().newLine();
        for (double[] point : points) {
            svg.open("circle").with("cx", point[0]).with("cy", point[1]).with("r", 2.5).with("fill", colour).close().newLine();
        }
        svg.open("rect").with("x", RIGHT + 16).with("y", legendY - 6).with("width", 18).with("height", 4).with("fill", colour)
                .close().newLine();
        text(RIGHT + 40, legendY, "start", points.length == 0 ? label + " (absent)"
                : label + String.format(Locale.ROOT, " %.3f", points[points.length - 1][2]));
    }

    private void gridLine(double x1, double y1, double x2, double y2) {
        svg.open("line").with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2).with("stroke", "#dddddd").close().newLine();
    }

    private void text(double x, double y, String anchor, String words) {
        svg.open("text").with("x", x).with("y", y).with("text-anchor", anchor).text(words).close().newLine();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
