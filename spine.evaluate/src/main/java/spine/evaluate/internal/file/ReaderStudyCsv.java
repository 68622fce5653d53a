package spine.evaluate.internal.file;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import spine.api.anatomy.DiscLevel;
import spine.common.csv.CsvText;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.reading.RatedStudies;
import spine.evaluate.internal.reading.Rater;
import spine.evaluate.internal.reading.Reading;
import spine.evaluate.internal.reading.Total;
import spine.evaluate.internal.reading.Visit;
import spine.evaluate.internal.readerstudy.PaperRow;
import spine.evaluate.internal.readerstudy.RaterTable;
import spine.evaluate.internal.readerstudy.ReaderStudyResult;

/** The figures of a study of readers, one line each, and the readings they rest on. */
final class ReaderStudyCsv {

    private ReaderStudyCsv() {
    }

    /** A figure that the data do not determine has an empty value, and the reason in the column {@code undefined}. */
    static String figures(ReaderStudyResult result) {
        CsvText csv = new CsvText(EvaluationFiles.DECIMALS).line("table", "raters", "figure", "paper", "value", "lower95", "upper95",
                "interval", "basis", "undefined");
        for (PaperRow row : result.paper()) {
            line(csv, "paper", row.ours().name(), row.figure(), row.paper(), row.ours());
        }
        for (RaterTable table : result.tables()) {
            table.rows().forEach(row -> row.metrics().forEach(metric -> line(csv, table.id(), row.title(), metric.name(), "", metric)));
        }
        return csv.toString();
    }

    private static void line(CsvText csv, String table, String raters, String figure, String paper, Metric metric) {
        csv.line(table, raters, figure, paper, metric.estimate().value(), metric.estimate().lower(), metric.estimate().upper(),
                metric.estimate().interval(), metric.basis(), metric.estimate().undefined());
    }

    /** Readers, pipeline, mean, consensus and truth in the shape of a table of readings. */
    static String ratings(RatedStudies studies) {
        SortedSet<DiscLevel> levels = new TreeSet<>();
        List<Rater> all = new ArrayList<>(List.of(studies.pipeline()));
        all.addAll(studies.references());
        all.forEach(rater -> studies.visits().forEach(visit -> levels.addAll(rater.of(visit).units().keySet())));
        List<Object> header = new ArrayList<>(List.of("study", "patient", "timepoint", "reader", "sitting", Total.ALL.label(),
                Total.SIX.label()));
        levels.forEach(level -> header.add(level.label()));
        CsvText csv = new CsvText(EvaluationFiles.DECIMALS).line(header);
        for (Visit visit : studies.visits()) {
            all.forEach(rater -> line(csv, visit, rater, 1, levels));
            studies.again().forEach(rater -> line(csv, visit, rater, 2, levels));
        }
        return csv.toString();
    }

    private static void line(CsvText csv, Visit visit, Rater rater, int sitting, SortedSet<DiscLevel> levels) {
        if (rater.readings().containsKey(visit)) {
            Reading reading = rater.of(visit);
            List<Object> fields = new ArrayList<>(List.of(visit.study(), visit.patient(), visit.timePoint(), rater.name(), sitting,
                    reading.total(Total.ALL), reading.total(Total.SIX)));
            levels.forEach(level -> fields.add(reading.units().getOrDefault(level, Double.NaN)));
            csv.line(fields);
        }
    }
}
