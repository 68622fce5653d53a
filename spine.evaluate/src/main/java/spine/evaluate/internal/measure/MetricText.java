package spine.evaluate.internal.measure;

import java.util.List;
import spine.common.text.Decimals;

/** Sections as aligned plain text. */
public final class MetricText {

    private MetricText() {
    }

    public static String of(List<MetricSection> sections) {
        int width = sections.stream().flatMap(section -> section.metrics().stream()).mapToInt(metric -> metric.name().length())
                .max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (MetricSection section : sections) {
            text.append(text.isEmpty() ? "" : "\n").append(section.title()).append('\n');
            for (Metric metric : section.metrics()) {
                text.append(line(metric, width).stripTrailing()).append('\n');
            }
        }
        return text.toString();
    }

    /** One line per section, one column per metric, without intervals. */
    public static String table(List<MetricSection> sections) {
        if (sections.isEmpty()) {
            return "";
        }
        int width = sections.stream().mapToInt(section -> section.title().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(" ".repeat(width));
        sections.get(0).metrics().forEach(metric -> text.append("  ").append(shortened(metric.name())));
        for (MetricSection section : sections) {
            text.append('\n').append(pad(section.title(), width));
            for (Metric metric : section.metrics()) {
                String value = Decimals.fixed(metric.estimate().value(), Math.min(2, metric.decimals()), "-");
                text.append("  ").append(" ".repeat(Math.max(0, shortened(metric.name()).length() - value.length()))).append(value);
            }
        }
        return text.append('\n').toString();
    }

    private static String line(Metric metric, int width) {
        MetricValue estimate = metric.estimate();
        String interval = estimate.bounded() ? "[" + Decimals.fixed(estimate.lower(), metric.decimals(), "-") + ", "
                + Decimals.fixed(estimate.upper(), metric.decimals(), "-") + "]" : "";
        return "  %s  %8s  %-16s  %s".formatted(pad(metric.name(), width), Decimals.fixed(estimate.value(), metric.decimals(), "-"),
                interval, metric.basis());
    }

    private static String shortened(String name) {
        return name.replace("sensitivity", "sens").replace("specificity", "spec").replace("image ", "img ").replace(" Dice", "")
                .replaceFirst("^(ICC\\S*|bias) .*", "$1");
    }

    private static String pad(String name, int width) {
        return name + " ".repeat(width - name.length());
    }
}
