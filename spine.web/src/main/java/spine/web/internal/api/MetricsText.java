package spine.web.internal.api;

import java.util.Locale;

/** Metrics as Prometheus reads them (text format 0.0.4). */
final class MetricsText {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private final StringBuilder text = new StringBuilder();

    /** Begins a metric: its values follow. */
    MetricsText metric(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name)
                .append(' ').append(type).append('\n');
        return this;
    }

    MetricsText value(String name, double value) {
        text.append(name).append(' ').append(number(value)).append('\n');
        return this;
    }

    MetricsText value(String name, String label, String labelled, double value) {
        text.append(name).append('{').append(label).append("=\"").append(escaped(labelled)).append("\"} ")
                .append(number(value)).append('\n');
        return this;
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6f", value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
