package spine.evaluate.internal.measure;

import java.util.List;
import java.util.stream.Stream;

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

    /** With more of them at the end. */
    public MetricSection with(List<Metric> more) {
        return new MetricSection(title, Stream.concat(metrics.stream(), more.stream()).toList());
    }

    /** @throws IllegalArgumentException if there is no metric of that name */
    public Metric metric(String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(title + " has no metric " + name));
    }
}
