package spine.evaluate.internal.metric;

import java.util.List;

/**
 * Metrics that belong together.
 *
 * @param title what they are about
 * @param metrics in the order in which they are shown
 */
public record MetricSection(String title, List<Metric> metrics) {

    public MetricSection {
        metrics = List.copyOf(metrics);
    }

    /** @throws IllegalArgumentException if there is no metric of that name */
    public Metric metric(String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(title + " has no metric " + name));
    }
}
