package spine.evaluate.internal.file;

import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.Metric;
import spine.evaluate.internal.metric.MetricSection;

/** {@code evaluation.csv}: one line per figure. */
final class MetricsCsv {

    private MetricsCsv() {
    }

    static String csv(Evaluation evaluation) {
        CsvText csv = new CsvText().line("section", "figure", "value", "lower95", "upper95", "interval", "basis");
        for (MetricSection section : evaluation.all()) {
            for (Metric figure : section.figures()) {
                csv.line(section.title(), figure.name(), figure.estimate().value(), figure.estimate().lower(), figure.estimate().upper(),
                        figure.estimate().interval().words(), figure.basis());
            }
        }
        return csv.toString();
    }
}
