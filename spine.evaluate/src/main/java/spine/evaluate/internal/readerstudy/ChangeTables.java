package spine.evaluate.internal.readerstudy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.change.Responsiveness;
import spine.agreement.score.BlandAltman;
import spine.agreement.score.MeasurementError;
import spine.agreement.score.SmallestDetectableChange;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.reading.RatedStudies;
import spine.evaluate.internal.reading.RatedStudies.Course;
import spine.evaluate.internal.reading.Rater;
import spine.evaluate.internal.reading.Total;
import spine.evaluate.internal.reading.Visit;

/** Change of one total from the first to the last time point. */
final class ChangeTables {
    static final String SAME_SIGN = "same direction";

    private final RatedStudies studies;
    private final Total total;
    private final List<Course> courses;

    ChangeTables(RatedStudies studies, Total total) {
        this.studies = studies;
        this.total = total;
        this.courses = studies.followed();
    }

    RaterTable agreement() {
        List<MetricSection> rows = new ArrayList<>();
        studies.references().forEach(other -> rows.add(pair(studies.pipeline(), other)));
        List<Rater> readers = studies.readers();
        for (int first = 0; first < readers.size(); first++) {
            for (int second = first + 1; second < readers.size(); second++) {
                rows.add(pair(readers.get(first), readers.get(second)));
            }
        }
        studies.truth().ifPresent(truth -> readers.forEach(reader -> rows.add(pair(reader, truth))));
        return new RaterTable("change-" + total.label(), "Agreement on change, " + total.label(),
                "Change scores are last minus first time point. Same direction: fall, none or rise with both. SDC, smallest detectable"
                + " change: de Vet, 1.96 SD of the differences between the two raters' scores at the first time point; Bruynesteyn, 1.96 SD"
                + " of the differences between their change scores / sqrt(2).", rows);
    }

    RaterTable responsiveness() {
        List<Rater> raters = new ArrayList<>(List.of(studies.pipeline()));
        raters.addAll(studies.references());
        return new RaterTable("responsiveness-" + total.label(), "Size of the change, " + total.label(),
                "Effect size: mean change / SD at the first time point. SRM, standardised response mean: mean change / SD of the changes."
                + " Negative is a fall of the score.", raters.stream().map(this::responsiveness).toList());
    }

    private MetricSection pair(Rater first, Rater second) {
        Pairs changes = Pairs.of(Scores.changes(first, courses, total), Scores.changes(second, courses, total));
        List<Visit> baseline = courses.stream().map(Course::first).toList();
        DoubleFunction<Estimate> sem = confidence -> MeasurementError.ofPairs(Scores.pairs(first, second, baseline, total), confidence);
        return new MetricSection(first.name() + " and " + second.name(), List.of(PairFigures.icc(changes), PairFigures.consistency(changes),
                PairFigures.pearson(changes), PairFigures.bias(changes), PairFigures.lower(changes), PairFigures.upper(changes),
                PairFigures.distance(changes), sameSign(changes),
                Metric.points(PairFigures.SDC, confidence -> SmallestDetectableChange.ofError(sem.apply(confidence)),
                        "1.96 SD of the differences of scores"),
                Metric.points("SDC (Bruynesteyn)", confidence -> SmallestDetectableChange.ofChangeScores(changes, 1, confidence),
                        "1.96 SD of the differences of changes / sqrt(2)")));
    }

    private static Metric sameSign(Pairs changes) {
        double[] first = changes.first();
        double[] second = changes.second();
        long same = 0;
        for (int i = 0; i < first.length; i++) {
            same += Math.signum(first[i]) == Math.signum(second[i]) ? 1 : 0;
        }
        return Metric.share(SAME_SIGN, same, first.length, same + " of " + first.length + " patients");
    }

    private MetricSection responsiveness(Rater rater) {
        double[] last = Scores.of(rater, courses.stream().map(Course::last).toList(), total);
        double[] first = Scores.of(rater, courses.stream().map(Course::first).toList(), total);
        Pairs times = Pairs.of(first, last);
        Pairs changes = Pairs.of(last, first);
        String n = "n = " + times.n();
        return new MetricSection(rater.name(), List.of(
                Metric.points("mean change", confidence -> new BlandAltman(changes).bias(confidence), n),
                Metric.points("SD of change", confidence -> new BlandAltman(changes).sd(confidence), n),
                Metric.points("effect size", confidence -> Responsiveness.effectSize(times, confidence), n),
                Metric.points("SRM", confidence -> Responsiveness.standardizedResponseMean(times, confidence), n)));
    }
}
