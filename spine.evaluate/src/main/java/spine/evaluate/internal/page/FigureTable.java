package spine.evaluate.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.readerstudy.RaterTable;

/**
 * Figures of several raters, one row each.
 *
 * @param explanation below the title
 * @param columns names of the figures
 * @param undefined why a cell has a dash, one sentence each
 */
record FigureTable(String title, String explanation, List<String> columns, List<Row> rows, List<String> undefined) {

    /** @param title whom the figures are of */
    record Row(String title, List<Cell> cells) {
    }

    /** Empty texts where a rater has no such figure; a dash where the data do not determine it. */
    record Cell(String value, String interval) {

        static Cell of(Metric metric) {
            int decimals = metric.decimals() - 1;
            return new Cell(MetricNumbers.fixed(metric.estimate().value(), decimals),
                    MetricNumbers.interval(metric.estimate(), decimals));
        }
    }

    static FigureTable of(RaterTable table) {
        List<String> columns = List.copyOf(table.figures());
        List<Row> rows = new ArrayList<>();
        List<String> undefined = new ArrayList<>();
        for (MetricSection row : table.rows()) {
            List<Cell> cells = new ArrayList<>();
            for (String column : columns) {
                Optional<Metric> metric = row.metrics().stream().filter(each -> each.name().equals(column)).findFirst();
                cells.add(metric.map(Cell::of).orElse(new Cell("", "")));
                metric.map(each -> each.estimate().undefined()).filter(reason -> !reason.isEmpty())
                        .ifPresent(reason -> undefined.add(row.title() + ", " + column + ": " + reason));
            }
            rows.add(new Row(row.title(), cells));
        }
        return new FigureTable(table.title(), table.explanation(), columns, rows, undefined);
    }

    boolean incomplete() {
        return !undefined.isEmpty();
    }
}
