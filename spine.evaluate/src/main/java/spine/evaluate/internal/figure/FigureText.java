package spine.evaluate.internal.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Sections as aligned plain text. */
public final class FigureText {

    private FigureText() {
    }

    public static String of(List<Section> sections) {
        int width = sections.stream().flatMap(section -> section.figures().stream()).mapToInt(figure -> figure.name().length())
                .max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            text.append(text.isEmpty() ? "" : "\n").append(section.title()).append('\n');
            for (Figure figure : section.figures()) {
                text.append(line(figure, width).stripTrailing()).append('\n');
            }
        }
        return text.toString();
    }

    private static String line(Figure figure, int width) {
        String value = number(figure.estimate().value(), figure.decimals());
        boolean bounded = Double.isFinite(figure.estimate().lower()) && Double.isFinite(figure.estimate().upper());
        String interval = bounded ? "[" + number(figure.estimate().lower(), figure.decimals()) + ", "
                + number(figure.estimate().upper(), figure.decimals()) + "]" : "";
        return figure.decimals() == 0 ? "  %s  %8s %s".formatted(pad(figure.name(), width), value, figure.basis())
                : "  %s  %8s  %-18s %s".formatted(pad(figure.name(), width), value, interval, figure.basis());
    }

    private static String pad(String name, int width) {
        return name + " ".repeat(width - name.length());
    }

    private static String number(double value, int decimals) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString() : "-";
    }
}
