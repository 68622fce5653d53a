package spine.evaluate.internal.metric;

import java.util.List;

/**
 * Figures that belong together.
 *
 * @param title what they are about
 * @param figures in the order they are read
 */
public record MetricSection(String title, List<Metric> figures) {

    public MetricSection {
        figures = List.copyOf(figures);
    }

    /** @throws IllegalArgumentException if there is no figure of that name */
    public Metric figure(String name) {
        return figures.stream().filter(figure -> figure.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(title + " has no figure " + name));
    }
}
