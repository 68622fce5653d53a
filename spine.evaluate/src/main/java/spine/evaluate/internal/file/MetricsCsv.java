package spine.evaluate.internal.file;

import spine.common.csv.CsvText;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.metric.Evaluation;

/** {@code evaluation.csv}: one line per metric. */
final class MetricsCsv {

    private MetricsCsv() {
    }

    static String csv(Evaluation evaluation) {
        CsvText csv = new CsvText(EvaluationFiles.DECIMALS).line("section", "figure", "value", "lower95", "upper95", "interval", "basis");
        for (MetricSection section : evaluation.all()) {
            for (Metric metric : section.metrics()) {
                csv.line(section.title(), metric.name(), metric.estimate().value(), metric.estimate().lower(), metric.estimate().upper(),
                        metric.estimate().interval().words(), metric.basis());
            }
        }
        return csv.toString();
    }
}
