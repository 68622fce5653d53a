package spine.evaluate.internal.readerstudy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import spine.evaluate.internal.measure.MetricSection;

/**
 * Figures of several raters or pairs of raters below each other.
 *
 * @param id unique in a study
 * @param title what is compared
 * @param explanation a sentence or two for the reader of the table
 * @param rows each with the figures of one rater or pair, of the same names where they have them
 */
public record RaterTable(String id, String title, String explanation, List<MetricSection> rows) {

    public RaterTable {
        rows = List.copyOf(rows);
    }

    /** Names of the figures that some row has, in their order. */
    public Set<String> figures() {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> row.metrics().forEach(metric -> names.add(metric.name())));
        return names;
    }

    /** @throws IllegalArgumentException if there is no such row */
    public MetricSection row(String name) {
        return rows.stream().filter(row -> row.title().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(title + " has no row " + name));
    }
}
