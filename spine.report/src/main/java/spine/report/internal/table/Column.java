package spine.report.internal.table;

/**
 * A column of a table, or several that are named by the same rule.
 *
 * @param name its name; in capitals what stands for the names that the pattern has
 * @param type of its values, as a Table Schema of Frictionless Data calls it
 * @param unit of its values; empty for none
 * @param pattern of the names; empty where there is one
 * @param description what a value says, and when there is none
 */
public record Column(String name, String type, String unit, String pattern, String description) {

    /** Whether a table's column of that name is this one. */
    boolean covers(String column) {
        return pattern.isEmpty() ? name.equals(column) : column.matches(pattern);
    }
}
