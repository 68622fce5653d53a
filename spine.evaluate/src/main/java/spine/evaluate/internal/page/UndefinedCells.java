package spine.evaluate.internal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why cells of a table have a dash. Columns that lack the same rows for the same reason share a sentence. */
final class UndefinedCells {

    private record Cause(String column, String reason) {
    }

    private record Gap(String reason, List<String> rows) {
    }

    private final Map<Cause, List<String>> rows = new LinkedHashMap<>();

    /** @param reason one sentence */
    void add(String row, String column, String reason) {
        rows.computeIfAbsent(new Cause(column, reason), cause -> new ArrayList<>()).add(row);
    }

    /** In the order in which they were added. */
    List<String> sentences() {
        Map<Gap, List<String>> columns = new LinkedHashMap<>();
        rows.forEach((cause, of) -> columns.computeIfAbsent(new Gap(cause.reason, of), gap -> new ArrayList<>()).add(cause.column));
        return columns.entrySet().stream().map(gap -> String.join(", ", gap.getValue()) + " (" + String.join("; ", gap.getKey().rows)
                + "): " + gap.getKey().reason).toList();
    }
}
