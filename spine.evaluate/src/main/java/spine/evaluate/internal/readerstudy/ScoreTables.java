package spine.evaluate.internal.readerstudy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.agreement.Estimate;
import spine.agreement.Readings;
import spine.agreement.score.IccForm;
import spine.agreement.score.MeasurementError;
import spine.common.stats.Quantiles;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.reading.RatedStudies;
import spine.evaluate.internal.reading.Rater;
import spine.evaluate.internal.reading.RaterPair;
import spine.evaluate.internal.reading.Total;
import spine.evaluate.internal.reading.Visit;

/** Agreement in one total at each patient's first time point. */
final class ScoreTables {
    static final String MEDIAN = "median of pairs";
    static final String TOGETHER = "all readers";

    private final RatedStudies studies;
    private final Total total;
    private final List<Visit> visits;

    ScoreTables(RatedStudies studies, Total total) {
        this.studies = studies;
        this.total = total;
        this.visits = studies.first();
    }

    RaterTable pipeline() {
        return new RaterTable("pipeline-" + total.label(), "Pipeline and readers, " + total.label(),
                "One study of each patient, the first. Differences are pipeline minus the other.", studies.references().stream()
                        .map(other -> pair(new RaterPair(studies.pipeline(), other))).toList());
    }

    /** Empty if there is one reader. */
    Optional<RaterTable> readers() {
        List<Rater> readers = studies.readers();
        if (readers.size() < 2) {
            return Optional.empty();
        }
        List<MetricSection> rows = new ArrayList<>(studies.readerPairs().stream().map(this::pair).toList());
        List<double[]> all = rows(readers);
        rows.add(new MetricSection(MEDIAN, List.of(Metric.ratio(PairFigures.ICC, MetricValue.redrawn(draws -> draws.of(all,
                ScoreTables::medianOfPairs)), "median of " + rows.size() + " pairs"))));
        Readings together = Readings.of(all.toArray(new double[0][]));
        rows.add(new MetricSection(TOGETHER, List.of(
                Metric.ratio(PairFigures.ICC, confidence -> Scores.icc(all, IccForm.AGREEMENT, confidence), "n = " + all.size()),
                Metric.ratio(PairFigures.CONSISTENCY, confidence -> Scores.icc(all, IccForm.CONSISTENCY, confidence), "n = " + all.size()),
                Metric.points("SEM", confidence -> MeasurementError.consistency(together, confidence),
                        "root of the residual mean square"))));
        return Optional.of(new RaterTable("readers-" + total.label(), "Readers among themselves, " + total.label(),
                "Each reader's first sitting. Differences are the first reader minus the second.", rows));
    }

    /** Empty if nobody read twice. */
    Optional<RaterTable> sittings() {
        List<MetricSection> rows = new ArrayList<>();
        for (int i = 0; i < studies.readers().size(); i++) {
            Rater again = studies.again().get(i);
            if (visits.stream().anyMatch(again.readings()::containsKey)) {
                RaterPair sittings = new RaterPair(again, studies.readers().get(i));
                rows.add(PairFigures.of(again.name(), Scores.pairs(sittings, visits, total)));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new RaterTable("sittings-" + total.label(),
                "Readers with themselves, " + total.label(), "Second sitting against first. Differences are second minus first.", rows));
    }

    /** Empty if the truth is not known. */
    Optional<RaterTable> truth() {
        return studies.truth().map(truth -> {
            List<Rater> raters = new ArrayList<>(List.of(studies.pipeline()));
            raters.addAll(studies.readers());
            raters.addAll(studies.joint());
            return new RaterTable("truth-" + total.label(), "Against the truth, " + total.label(),
                    "Synthetic studies have a truth, which no reader knows. Differences are the rater minus the truth.",
                    raters.stream().map(rater -> new RaterPair(rater, truth))
                            .map(pair -> PairFigures.of(pair.first().name(), Scores.pairs(pair, visits, total))).toList());
        });
    }

    private MetricSection pair(RaterPair raters) {
        return PairFigures.of(raters.name(), Scores.pairs(raters, visits, total));
    }

    private List<double[]> rows(List<Rater> raters) {
        return Scores.rows(raters.stream().map(rater -> Scores.of(rater, visits, total)).toList());
    }

    /** ICC(2,1). */
    static double agreement(List<double[]> rows) {
        return Scores.icc(rows, IccForm.AGREEMENT, Estimate.CONFIDENCE).value();
    }

    private static double medianOfPairs(List<double[]> rows) {
        int readers = rows.isEmpty() ? 0 : rows.get(0).length;
        List<Double> agreements = new ArrayList<>();
        for (int first = 0; first < readers; first++) {
            for (int second = first + 1; second < readers; second++) {
                int one = first;
                int other = second;
                agreements.add(agreement(rows.stream().map(row -> new double[] {row[one], row[other]}).toList()));
            }
        }
        double[] sorted = agreements.stream().mapToDouble(value -> value).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : Quantiles.linear(sorted, 0.5);
    }
}
