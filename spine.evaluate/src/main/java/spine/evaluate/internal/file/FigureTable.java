package spine.evaluate.internal.file;

import spine.evaluate.internal.figure.Evaluation;
import spine.evaluate.internal.figure.Figure;
import spine.evaluate.internal.figure.Section;

/** {@code evaluation.csv}: one line per figure. */
final class FigureTable {

    private FigureTable() {
    }

    static String csv(Evaluation evaluation) {
        Csv csv = new Csv().line("section", "figure", "value", "lower95", "upper95", "interval", "basis");
        for (Section section : evaluation.all()) {
            for (Figure figure : section.figures()) {
                csv.line(section.title(), figure.name(), figure.estimate().value(), figure.estimate().lower(), figure.estimate().upper(),
                        figure.estimate().interval().words(), figure.basis());
            }
        }
        return csv.toString();
    }
}
