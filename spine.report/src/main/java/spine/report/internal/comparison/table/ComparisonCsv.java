package spine.report.internal.comparison.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import spine.common.csv.CsvText;
import spine.report.internal.comparison.change.Comparison;
import spine.report.internal.comparison.change.IndexSeries;
import spine.report.internal.comparison.change.TimePointResult;

/** {@code comparison.csv}: a line for each index, pair of time points, and total or unit. */
public final class ComparisonCsv {
    /** The name of the file. */
    public static final String FILE = "comparison.csv";
    private static final int DECIMALS = 3;

    private ComparisonCsv() {
    }

    /** Writes it into the folder. */
    public static void write(Comparison comparison, Path folder) throws IOException {
        CsvText csv = new CsvText(DECIMALS).line("index", "kind", "item", "from", "to", "fromStudy", "toStudy", "days", "first", "last",
                "change", "detectableChange", "importantChange", "verdict");
        for (IndexSeries index : comparison.indices()) {
            for (ChangeRow row : ChangeRow.of(comparison, index)) {
                TimePointResult from = comparison.points().get(row.pair().from());
                TimePointResult to = comparison.points().get(row.pair().to());
                csv.line(index.indexId(), row.kind(), row.item(), from.number(), to.number(), from.archived().studyInstanceUid(),
                        to.archived().studyInstanceUid(), days(to.daysSince(from)), row.change().first(), row.change().last(),
                        row.change().difference(), number(row.change().detectable()), number(row.change().important()), row.verdict());
            }
        }
        Files.writeString(folder.resolve(FILE), csv.toString());
    }

    private static String days(OptionalLong days) {
        return days.isPresent() ? Long.toString(days.getAsLong()) : "";
    }

    private static double number(OptionalDouble number) {
        return number.orElse(Double.NaN);
    }
}
