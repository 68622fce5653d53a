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
 * @param undefined why cells have a dash, each reason once for all cells of which it is true
 */
record FigureTable(String title, String explanation, List<String> columns, List<Row> rows, List<String> undefined) {
    private static final String LOWER = "lower limit";
    private static final String UPPER = "upper limit";
    private static final String LIMITS = "95 % limits";
    private static final int NARROW = 4;
    private static final Cell NOTHING = new Cell("", "");

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

    /** Both limits of agreement stand in one column, without their intervals, which the table for programs has. */
    static FigureTable of(RaterTable table) {
        List<String> columns = table.figures().stream().map(name -> name.equals(LOWER) ? LIMITS : name)
                .filter(name -> !name.equals(UPPER)).toList();
        List<Row> rows = new ArrayList<>();
        UndefinedCells undefined = new UndefinedCells();
        for (MetricSection row : table.rows()) {
            List<Cell> cells = new ArrayList<>();
            for (String column : columns) {
                Optional<Metric> metric = metric(row, column.equals(LIMITS) ? LOWER : column);
                cells.add(column.equals(LIMITS) ? limits(metric, metric(row, UPPER)) : metric.map(Cell::of).orElse(NOTHING));
                metric.map(each -> each.estimate().undefined()).filter(reason -> !reason.isEmpty())
                        .ifPresent(reason -> undefined.add(row.title(), column, reason));
            }
            rows.add(new Row(row.title(), cells));
        }
        return new FigureTable(table.title(), table.explanation(), columns, rows, undefined.sentences());
    }

    private static Cell limits(Optional<Metric> lower, Optional<Metric> upper) {
        return lower.isEmpty() || upper.isEmpty() ? NOTHING
                : new Cell(Cell.of(lower.get()).value + " to " + Cell.of(upper.get()).value, "");
    }

    private static Optional<Metric> metric(MetricSection row, String name) {
        return row.metrics().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Whether another table has room beside it. */
    boolean narrow() {
        return columns.size() <= NARROW;
    }

    boolean incomplete() {
        return !undefined.isEmpty();
    }
}
