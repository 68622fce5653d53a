package spine.evaluate.internal.metric;

import java.util.List;
import spine.evaluate.internal.stats.Estimate;

/** Sections as aligned plain text. */
public final class MetricText {

    private MetricText() {
    }

    public static String of(List<MetricSection> sections) {
        int width = sections.stream().flatMap(section -> section.figures().stream()).mapToInt(figure -> figure.name().length())
                .max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (MetricSection section : sections) {
            text.append(text.isEmpty() ? "" : "\n").append(section.title()).append('\n');
            for (Metric figure : section.figures()) {
                text.append(line(figure, width).stripTrailing()).append('\n');
            }
        }
        return text.toString();
    }

    /** One line per section, one column per figure, without intervals. */
    public static String table(List<MetricSection> sections) {
        if (sections.isEmpty()) {
            return "";
        }
        int width = sections.stream().mapToInt(section -> section.title().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(" ".repeat(width));
        sections.get(0).figures().forEach(figure -> text.append("  ").append(shortened(figure.name())));
        for (MetricSection section : sections) {
            text.append('\n').append(pad(section.title(), width));
            for (Metric figure : section.figures()) {
                String value = Numbers.fixed(figure.estimate().value(), Math.min(2, figure.decimals()));
                text.append("  ").append(" ".repeat(Math.max(0, shortened(figure.name()).length() - value.length()))).append(value);
            }
        }
        return text.append('\n').toString();
    }

    private static String line(Metric figure, int width) {
        Estimate estimate = figure.estimate();
        String interval = estimate.bounded() ? "[" + Numbers.fixed(estimate.lower(), figure.decimals()) + ", "
                + Numbers.fixed(estimate.upper(), figure.decimals()) + "]" : "";
        return "  %s  %8s  %-16s  %s".formatted(pad(figure.name(), width), Numbers.fixed(estimate.value(), figure.decimals()), interval,
                figure.basis());
    }

    private static String shortened(String name) {
        return name.replace("sensitivity", "sens").replace("specificity", "spec").replace("image ", "img ").replace(" Dice", "")
                .replaceFirst("^(ICC\\S*|bias) .*", "$1");
    }

    private static String pad(String name, int width) {
        return name + " ".repeat(width - name.length());
    }
}
