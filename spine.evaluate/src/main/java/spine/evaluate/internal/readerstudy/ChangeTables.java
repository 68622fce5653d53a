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
import spine.evaluate.internal.reading.RaterPair;
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
        return new RaterTable("change-" + total.label(), "Agreement on change, " + total.label(),
                "Change scores are last minus first time point. Same direction: fall, none or rise with both. SDC, smallest detectable"
                + " change: de Vet, 1.96 SD of the differences between the two raters' scores at the first time point; Bruynesteyn, 1.96 SD"
                + " of the differences between their change scores / sqrt(2).", studies.pairs().stream().map(this::pair).toList());
    }

    RaterTable responsiveness() {
        List<Rater> raters = new ArrayList<>(List.of(studies.pipeline()));
        raters.addAll(studies.references());
        return new RaterTable("responsiveness-" + total.label(), "Size of the change, " + total.label(),
                "Effect size: mean change / SD at the first time point. SRM, standardised response mean: mean change / SD of the changes."
                + " Negative is a fall of the score.", raters.stream().map(this::responsiveness).toList());
    }

    private MetricSection pair(RaterPair raters) {
        Pairs changes = Scores.changes(raters, courses, total);
        List<Visit> baseline = courses.stream().map(Course::first).toList();
        DoubleFunction<Estimate> sem = confidence -> MeasurementError.ofPairs(Scores.pairs(raters, baseline, total), confidence);
        return new MetricSection(raters.name(), List.of(PairFigures.icc(changes), PairFigures.consistency(changes),
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
