package spine.evaluate.internal.file;

import java.util.List;
import spine.common.csv.CsvText;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;

/** Metrics as a table: one line each. */
final class MetricsCsv {

    private MetricsCsv() {
    }

    static String csv(List<MetricSection> sections) {
        CsvText csv = new CsvText(EvaluationFiles.DECIMALS).line("section", "figure", "value", "lower95", "upper95", "interval", "basis");
        for (MetricSection section : sections) {
            for (Metric metric : section.metrics()) {
                csv.line(section.title(), metric.name(), metric.estimate().value(), metric.estimate().lower(), metric.estimate().upper(),
                        metric.estimate().interval(), metric.basis());
            }
        }
        return csv.toString();
    }
}
