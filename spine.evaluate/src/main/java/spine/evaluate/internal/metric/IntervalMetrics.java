package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import spine.api.score.ScoreInterval;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.study.StudyPair;

/** How often the intervals of a total hold the truth, and how wide they are. */
final class IntervalMetrics {

    private IntervalMetrics() {
    }

    /** None where no report has an interval for the total. */
    static List<Metric> of(List<StudyPair> pairs, String total) {
        List<StudyPair> stated = pairs.stream().filter(pair -> pair.prediction().intervals().containsKey(total)
                && pair.truth().totals().containsKey(total)).toList();
        if (stated.isEmpty()) {
            return List.of();
        }
        long covered = stated.stream().filter(pair -> interval(pair, total).contains(pair.truth().total(total))).count();
        List<StudyPair> inflamed = stated.stream().filter(pair -> pair.truth().total(total) > 0).toList();
        long coveredInflamed = inflamed.stream().filter(pair -> interval(pair, total).contains(pair.truth().total(total))).count();
        List<Metric> metrics = new ArrayList<>();
        metrics.add(Metric.share("coverage of the interval", covered, stated.size(), covered + " of " + stated.size()
                + " studies that have one"));
        metrics.add(Metric.share("coverage where the truth is above 0", coveredInflamed, inflamed.size(), coveredInflamed
                + " of " + inflamed.size() + " studies"));
        metrics.add(Metric.points("mean width of the interval", MetricValue.redrawn(draws -> draws.of(
                stated.stream().map(pair -> interval(pair, total)).toList(), IntervalMetrics::width)), "points"));
        metrics.add(Metric.share("studies without an interval", pairs.size() - stated.size(), pairs.size(),
                (pairs.size() - stated.size()) + " of " + pairs.size() + ", unlike those of the calibration"));
        return metrics;
    }

    private static ScoreInterval interval(StudyPair pair, String total) {
        return pair.prediction().intervals().get(total);
    }

    private static double width(List<ScoreInterval> intervals) {
        return intervals.stream().mapToDouble(interval -> interval.upper() - interval.lower()).average().orElse(Double.NaN);
    }
}
