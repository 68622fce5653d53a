package spine.evaluate.internal.readerstudy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import spine.agreement.score.IccForm;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.reading.RatedStudies;
import spine.evaluate.internal.reading.Rater;
import spine.evaluate.internal.reading.Total;

/** Whether the pipeline could be one of the readers: agreement of all, and with each of them replaced by the pipeline. */
final class ExchangeTable {

    private ExchangeTable() {
    }

    /** Empty if there are fewer than three readers. */
    static Optional<RaterTable> of(RatedStudies studies, Total total) {
        List<Rater> readers = studies.readers();
        if (readers.size() < 3) {
            return Optional.empty();
        }
        List<MetricSection> rows = new ArrayList<>();
        rows.add(new MetricSection(ScoreTables.TOGETHER, List.of(among(rows(readers, studies, total)))));
        for (int i = 0; i < readers.size(); i++) {
            List<Rater> others = new ArrayList<>(readers);
            others.set(i, studies.pipeline());
            rows.add(new MetricSection("pipeline in place of " + readers.get(i).name(), List.of(among(rows(others, studies, total)))));
        }
        List<Rater> everybody = new ArrayList<>(readers);
        everybody.add(studies.pipeline());
        List<double[]> all = rows(everybody, studies, total);
        rows.add(new MetricSection("mean difference", List.of(Metric.ratio(PairFigures.ICC,
                MetricValue.redrawn(draws -> draws.of(all, ExchangeTable::difference)),
                "mean ICC with the pipeline in one reader's place minus ICC of the readers"))));
        return Optional.of(new RaterTable("exchange-" + total.label(), "The pipeline in a reader's place, " + total.label(),
                "ICC of all readers, and with each of them replaced by the pipeline. Below 0 they agree less with the pipeline than"
                + " with each other; where the interval holds 0, no difference is shown.", rows));
    }

    private static List<double[]> rows(List<Rater> raters, RatedStudies studies, Total total) {
        return Scores.rows(raters.stream().map(rater -> Scores.of(rater, studies.first(), total)).toList());
    }

    private static Metric among(List<double[]> rows) {
        return Metric.ratio(PairFigures.ICC, confidence -> Scores.icc(rows, IccForm.AGREEMENT, confidence), "n = " + rows.size());
    }

    /** @param rows of the readers, then of the pipeline */
    private static double difference(List<double[]> rows) {
        if (rows.isEmpty()) {
            return Double.NaN;
        }
        int readers = rows.get(0).length - 1;
        double sum = 0;
        for (int i = 0; i < readers; i++) {
            int replaced = i;
            sum += ScoreTables.agreement(rows.stream().map(row -> {
                double[] others = Arrays.copyOf(row, readers);
                others[replaced] = row[readers];
                return others;
            }).toList());
        }
        return sum / readers - ScoreTables.agreement(rows.stream().map(row -> Arrays.copyOf(row, readers)).toList());
    }
}
