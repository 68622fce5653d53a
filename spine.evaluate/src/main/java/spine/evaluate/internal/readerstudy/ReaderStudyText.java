package spine.evaluate.internal.readerstudy;

import java.util.List;
import java.util.Optional;
import spine.common.text.Decimals;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.reading.RatedStudies;
import spine.evaluate.internal.reading.RaterPair;

/** The main figures of a study of readers as aligned plain text. */
public final class ReaderStudyText {

    private ReaderStudyText() {
    }

    public static String of(ReaderStudyResult result) {
        RatedStudies studies = result.studies();
        StringBuilder text = new StringBuilder();
        text.append(studies.first().size()).append(" patients, ").append(studies.visits().size()).append(" studies, ")
                .append(studies.readers().size()).append(studies.readers().size() == 1 ? " reader" : " readers").append('\n');
        if (!result.origin().isEmpty()) {
            text.append(result.origin()).append('\n');
        }
        text.append('\n').append(paper(result.paper()));
        result.amongReaders().ifPresent(metric -> text.append("\nReaders among themselves, total6: ICC(2,1) ").append(value(metric))
                .append(interval(metric)).append(", ").append(metric.basis()).append('\n'));
        change(result).ifPresent(metric -> text.append("Change, total6: ICC(2,1) ").append(value(metric)).append(interval(metric))
                .append(", pipeline and mean of readers\n"));
        result.gaps().forEach(gap -> text.append(gap).append('\n'));
        studies.notes().forEach(note -> text.append(note).append('\n'));
        if (!studies.leftOut().isEmpty()) {
            text.append("\nLeft out\n");
            studies.leftOut().forEach(study -> text.append("  ").append(study).append('\n'));
        }
        return text.toString();
    }

    private static String paper(List<PaperRow> rows) {
        int figure = width(rows.stream().map(PaperRow::figure).toList());
        int name = width(rows.stream().map(row -> row.ours().name()).toList());
        StringBuilder text = new StringBuilder(pad("", figure)).append("  paper   ours\n");
        for (PaperRow row : rows) {
            text.append(pad(row.figure(), figure)).append("   ").append(row.paper()).append("  ").append(pad(value(row.ours())
                    + interval(row.ours()), 19)).append("  ").append(pad(row.ours().name(), name)).append("  ").append(row.ours().basis())
                    .append('\n');
        }
        return text.toString();
    }

    private static Optional<Metric> change(ReaderStudyResult result) {
        return result.table("change-total6").stream().flatMap(table -> table.rows().stream())
                .filter(row -> row.title().equals(RaterPair.name(RatedStudies.PIPELINE, RatedStudies.MEAN))).findFirst()
                .map(row -> row.metric(PairFigures.ICC));
    }

    private static String value(Metric metric) {
        return Decimals.fixed(metric.estimate().value(), 2, "-");
    }

    private static String interval(Metric metric) {
        return metric.estimate().bounded() ? " [" + Decimals.fixed(metric.estimate().lower(), 2, "-") + ", "
                + Decimals.fixed(metric.estimate().upper(), 2, "-") + "]" : "";
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String word, int width) {
        return word + " ".repeat(Math.max(0, width - word.length()));
    }
}
