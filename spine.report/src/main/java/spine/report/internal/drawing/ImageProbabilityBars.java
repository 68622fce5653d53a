package spine.report.internal.drawing;

import java.util.List;
import java.util.Optional;
import spine.api.report.ImageFinding;
import spine.common.svg.SvgWriter;
import spine.common.text.Decimals;
import spine.report.internal.InflammationRule;

/** One bar per image of a station: its probability of inflammation, and whether it counts as inflamed. */
public final class ImageProbabilityBars {
    private static final int BAR = 14;
    private static final int HEIGHT = 60;

    private ImageProbabilityBars() {
    }

    /**
     * @param images in the order of the slices
     * @param rule whose threshold is drawn as a line; without one the verdicts follow from no probability
     * @param alternative what the drawing shows, in words
     */
    public static String svg(List<ImageFinding> images, Optional<InflammationRule> rule, String alternative) {
        int width = Math.max(1, images.size()) * BAR;
        SvgWriter svg = new SvgWriter(value -> Decimals.atMost(value, 1, "0"));
        svg.open("svg").with("class", "bar").with("role", "img").with("aria-label", alternative).with("width", width)
                .with("viewBox", "0 -2 " + width + " " + (HEIGHT + 20));
        svg.open("line").with("x1", 0).with("y1", HEIGHT).with("x2", width).with("y2", HEIGHT).close();
        for (int i = 0; i < images.size(); i++) {
            bar(svg, i, images.get(i), rule);
            if ((i + 1) % 5 == 0 || i == 0) {
                svg.open("text").with("x", i * BAR + BAR / 2).with("y", HEIGHT + 13).text(Integer.toString(i + 1)).close();
            }
        }
        rule.ifPresent(drawn -> svg.open("line").with("class", "limit").with("x1", 0).with("y1", HEIGHT * (1 - drawn.threshold()))
                .with("x2", width).with("y2", HEIGHT * (1 - drawn.threshold())).close());
        return svg.close().toString();
    }

    private static void bar(SvgWriter svg, int index, ImageFinding image, Optional<InflammationRule> rule) {
        double height = Math.max(1, image.probability() * HEIGHT);
        svg.open("rect").with("class", image.inflamed() ? "on" : "off").with("x", index * BAR + 1).with("y", HEIGHT - height)
                .with("width", BAR - 2).with("height", height).with("rx", 1.5);
        svg.element("title", "Slice " + (index + 1) + ", " + rule.map(known -> known.words(image))
                .orElse(image.inflamed() ? "inflamed" : "not inflamed")).close();
    }
}
