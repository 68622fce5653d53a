package spine.evaluate.internal.page;

import spine.common.text.Decimals;
import spine.evaluate.internal.metric.Metric;
import spine.evaluate.internal.metric.MetricSection;
import spine.evaluate.internal.plot.PlotCanvas;
import spine.evaluate.internal.stats.Estimate;

/** Small pieces of the page. */
final class Html {

    private Html() {
    }

    static String text(String raw) {
        return PlotCanvas.escaped(raw);
    }

    /** A number with a true minus sign, a dash if unknown. */
    static String number(double value, int decimals) {
        return Double.isFinite(value) ? Decimals.fixed(value, decimals, "-").replace('-', '\u2212') : "\u2013";
    }

    /** Ends of the interval, empty if there are none. */
    static String interval(Estimate estimate, int decimals) {
        return estimate.bounded() ? number(estimate.lower(), decimals) + " to " + number(estimate.upper(), decimals) : "";
    }

    static String section(String id, String title, String content) {
        return "<section aria-labelledby=\"" + id + "\"><h2 id=\"" + id + "\">" + text(title) + "</h2>\n" + content + "</section>\n";
    }

    static String figure(String drawing, String caption) {
        return "<figure>" + drawing + "<figcaption>" + text(caption) + "</figcaption></figure>\n";
    }

    /** All metrics of a section as a table. */
    static String table(MetricSection section) {
        StringBuilder html = new StringBuilder("<div class=\"wide\" tabindex=\"0\"><table class=\"figures\"><caption>" + text(section.title()) + "</caption>\n"
                + "<thead><tr><th scope=\"col\">Figure</th><th scope=\"col\" class=\"right\">Value</th><th scope=\"col\" class=\"right\">95&#8239;% CI</th>"
                + "<th scope=\"col\">CI by</th><th scope=\"col\">Basis</th></tr></thead>\n<tbody>\n");
        for (Metric metric : section.metrics()) {
            html.append("<tr><th scope=\"row\">%s</th><td class=\"right strong\">%s</td><td class=\"right\">%s</td><td class=\"soft by\">%s</td><td class=\"soft\">%s</td></tr>\n"
                    .formatted(text(metric.name()), number(metric.estimate().value(), metric.decimals()),
                            interval(metric.estimate(), metric.decimals()), text(metric.estimate().interval().words()), text(metric.basis())));
        }
        return html.append("</tbody></table></div>\n").toString();
    }
}
