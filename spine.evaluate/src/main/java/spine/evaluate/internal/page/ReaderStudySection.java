package spine.evaluate.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import spine.evaluate.internal.reading.Total;
import spine.evaluate.internal.readerstudy.ReaderStudyResult;

/**
 * Plots and tables of one subject of a study of readers.
 *
 * @param id in the page
 * @param rows plots beside each other
 * @param beside a table beside the last plots; empty if there is none
 * @param tables below the plots
 */
record ReaderStudySection(String id, String title, List<PlotRow> rows, Optional<FigureTable> beside, List<FigureTable> tables) {

    record PlotRow(List<PlotFigure> plots) {
    }

    /** All of them, in their order. */
    static List<ReaderStudySection> all(ReaderStudyResult result) {
        ReaderStudyPlots plots = new ReaderStudyPlots(result);
        List<ReaderStudySection> sections = new ArrayList<>();
        for (Total total : Total.values()) {
            String name = total.label();
            if (result.studies().has(total)) {
                List<PlotRow> rows = Stream.of(new PlotRow(plots.pipeline(total)), new PlotRow(plots.eachReader(total)),
                        new PlotRow(List.of(plots.status(total)))).filter(row -> !row.plots().isEmpty()).toList();
                sections.add(new ReaderStudySection(name, "Score " + name, rows, table(result, "exchange-" + name),
                        tables(result, "pipeline-" + name, "readers-" + name, "sittings-" + name, "truth-" + name)));
            }
        }
        sections.add(new ReaderStudySection("status", "Inflamed or not", List.of(), Optional.empty(),
                tables(result, "status-patients", "status-units")));
        if (!result.studies().followed().isEmpty()) {
            for (Total total : Total.values()) {
                String name = total.label();
                if (result.studies().has(total)) {
                    sections.add(new ReaderStudySection("change-of-" + name, "Change of " + name,
                            List.of(new PlotRow(List.of(plots.change(total), plots.changes(total)))), Optional.empty(),
                            tables(result, "change-" + name, "responsiveness-" + name)));
                }
            }
        }
        return sections;
    }

    private static List<FigureTable> tables(ReaderStudyResult result, String... ids) {
        return Stream.of(ids).flatMap(id -> table(result, id).stream()).toList();
    }

    private static Optional<FigureTable> table(ReaderStudyResult result, String id) {
        return result.table(id).map(FigureTable::of);
    }
}
