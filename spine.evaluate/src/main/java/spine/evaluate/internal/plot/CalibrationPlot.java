package spine.evaluate.internal.plot;

import java.util.List;
import spine.evaluate.internal.figure.Numbers;
import spine.evaluate.internal.stats.Calibration;

/** How often names are right, by how sure the report is of them. */
public final class CalibrationPlot {
    private static final double SIZE = 400;

    private CalibrationPlot() {
    }

    public static String of(List<Calibration.Bin> bins) {
        Frame frame = new Frame(new Scale(0, 1, Frame.LEFT, SIZE - Frame.RIGHT), new Scale(0, 1, SIZE - Frame.BOTTOM, Frame.TOP));
        StringBuilder words = new StringBuilder("Confidence, share of right names, number of levels:");
        bins.forEach(bin -> words.append(' ').append(words(bin)).append(';'));
        Svg svg = new Svg("calibration", SIZE, SIZE, "Confidence of level names against their correctness", words.toString());
        frame.draw(svg, "confidence of the name", "share of right names");
        svg.line(frame.x().at(0), frame.y().at(0), frame.x().at(1), frame.y().at(1), "guide");
        long most = bins.stream().mapToLong(Calibration.Bin::count).max().orElse(1);
        for (Calibration.Bin bin : bins) {
            double x = frame.x().at(bin.confidence());
            if (bin.right().bounded()) {
                svg.line(x, frame.y().at(bin.right().lower()), x, frame.y().at(bin.right().upper()), "whisker");
            }
            svg.circle(x, frame.y().at(bin.right().value()), 4 + 6 * Math.sqrt((double) bin.count() / most), "dot", words(bin));
        }
        return svg.markup();
    }

    private static String words(Calibration.Bin bin) {
        return Numbers.fixed(bin.confidence(), 2) + ", " + Numbers.fixed(bin.right().value(), 2) + ", " + bin.count();
    }
}
