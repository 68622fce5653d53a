package spine.report.internal.html.drawing;

import java.util.HashMap;
import java.util.Map;
import spine.api.image.SliceStack;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;

/** One bar per image: how sure the oedema model is, and whether the image counts as inflamed. */
public final class ImageProbabilityBars {
    private static final int BAR = 14;
    private static final int HEIGHT = 60;

    private final ScoringResult result;
    private final Map<String, ImageFinding> findings = new HashMap<>();

    public ImageProbabilityBars(ScoringResult result) {
        this.result = result;
        result.images().forEach(image -> findings.put(image.sopInstanceUid(), image));
    }

    public long inflamed() {
        return result.images().stream().filter(ImageFinding::inflamed).count();
    }

    public String html() {
        StringBuilder html = new StringBuilder("<div class=\"bars\">");
        for (int i = 0; i < result.study().stacks().size(); i++) {
            html.append(station(i + 1, result.study().stacks().get(i)));
        }
        return html.append("</div>\n").toString();
    }

    private String station(int number, SliceStack stack) {
        StringBuilder bars = new StringBuilder();
        int inflamed = 0;
        for (int i = 0; i < stack.slices().size(); i++) {
            ImageFinding finding = findings.get(stack.slices().get(i).sopInstanceUid());
            double probability = finding == null ? 0 : finding.probability();
            boolean hit = finding != null && finding.inflamed();
            inflamed += hit ? 1 : 0;
            double height = Math.max(1, probability * HEIGHT);
            bars.append("<rect class=\"%s\" x=\"%d\" y=\"%s\" width=\"%d\" height=\"%s\" rx=\"1.5\"><title>Slice %d: %s, %s</title></rect>"
                    .formatted(hit ? "on" : "off", i * BAR + 1, Markup.number(HEIGHT - height, 1), BAR - 2,
                            Markup.number(height, 1), i + 1, Markup.fixed(probability, 2), hit ? "inflamed" : "not inflamed"));
            if ((i + 1) % 5 == 0 || i == 0) {
                bars.append("<text x=\"%d\" y=\"%d\">%d</text>".formatted(i * BAR + BAR / 2, HEIGHT + 13, i + 1));
            }
        }
        int width = Math.max(1, stack.slices().size()) * BAR;
        String summary = "Station " + number + ": " + inflamed + " of " + stack.slices().size() + " images inflamed";
        return ("<figure><svg class=\"bar\" role=\"img\" aria-label=\"%s\" width=\"%d\" viewBox=\"0 -2 %d %d\">"
                + "<line x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%s</svg><figcaption>%s</figcaption></figure>")
                .formatted(summary, width, width, HEIGHT + 20, HEIGHT, width, HEIGHT, bars, summary);
    }
}
