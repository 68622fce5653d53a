package spine.evaluate.internal.page;

import java.util.List;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.metric.Evaluation;

/** All metrics of a section as a table. */
record MetricTable(String title, List<Row> rows) {

    /** @param method how the interval was computed, empty if there is none */
    record Row(String name, String value, String interval, String method, String basis) {

        static Row of(Metric metric) {
            return new Row(metric.name(), MetricNumbers.fixed(metric.estimate().value(), metric.decimals()),
                    MetricNumbers.interval(metric.estimate(), metric.decimals()), metric.estimate().interval(), metric.basis());
        }
    }

    static MetricTable of(Evaluation evaluation, String title) {
        return of(evaluation.section(title));
    }

    static MetricTable of(MetricSection section) {
        return new MetricTable(section.title(), section.metrics().stream().map(Row::of).toList());
    }
}
