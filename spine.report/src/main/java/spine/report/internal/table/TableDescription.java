package spine.report.internal.table;

import java.util.List;
import java.util.Optional;

/**
 * A table that scoring leaves.
 *
 * @param name of its file without {@code .csv}
 * @param title what a row is
 * @param primaryKey the columns of which no two rows have the same values
 * @param columns in their order
 */
public record TableDescription(String name, String title, List<String> primaryKey, List<Column> columns) {

    public TableDescription {
        primaryKey = List.copyOf(primaryKey);
        columns = List.copyOf(columns);
    }

    public String file() {
        return name + ".csv";
    }

    /** A column that is called so counts before those that are named by a rule, and a narrower rule, which stands later, before a wider. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.pattern().isEmpty() && column.covers(name)).findFirst()
                .or(() -> columns.stream().filter(column -> column.covers(name)).reduce((wider, narrower) -> narrower));
    }
}
