package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import spine.agreement.decision.CalibrationCurve;
import spine.agreement.decision.ConfusionMatrix;
import spine.agreement.decision.RocCurve;
import spine.evaluate.internal.cohort.Cohort;
import spine.evaluate.internal.measure.ClusteredProportions;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.study.StudyPair;

/** Completeness of the reports, level names, and classification of whole patients. */
final class StudyMetrics {
    /** Up to this score a spine without lesion counts as scored clean: one false point is accepted. */
    private static final double CLEAN_UP_TO = 1;
    /** Score from which a patient counts as inflamed (ABILITY-1). */
    private static final double POSITIVE_FROM = 2;
    private static final String EXCLUDED = "excluded from all other metrics; listed by name";

    private StudyMetrics() {
    }

    static MetricSection studies(Cohort cohort, String total) {
        List<StudyPair> pairs = cohort.pairs();
        List<StudyPair> clean = pairs.stream().filter(pair -> pair.truth().total(total) == 0).toList();
        long cleanScoredClean = clean.stream().filter(pair -> pair.prediction().total(total) <= CLEAN_UP_TO).count();
        long images = pairs.stream().mapToLong(pair -> pair.images().size()).sum();
        long seen = pairs.stream().mapToLong(pair -> pair.images().stream()
                .filter(image -> pair.prediction().images().containsKey(image.truth().sopInstanceUid())).count()).sum();
        List<Metric> metrics = new ArrayList<>();
        metrics.add(Metric.count("studies evaluated", cohort.evaluated(), "of " + cohort.truths() + " with a truth"));
        if (!cohort.partial().isEmpty()) {
            metrics.add(Metric.count("of them with a partial truth", cohort.partial().size(), "in metrics of their own"));
        }
        metrics.add(Metric.count("studies not evaluated", cohort.truths() - cohort.evaluated(), EXCLUDED));
        metrics.add(Metric.count("reports without a truth",
                cohort.unevaluated().stream().filter(study -> !study.truth()).count(), EXCLUDED));
        if (pairs.isEmpty()) {
            return new MetricSection("Studies", metrics);
        }
        metrics.add(Metric.count("images with a verdict", seen, "of " + images + "; the others count as not inflamed"));
        metrics.add(Metric.count("studies whose masks are compared", pairs.stream().filter(StudyPair::masks).count(),
                "of " + pairs.size() + "; the others lack masks in truth or report"));
        metrics.add(Metric.share("studies without lesion scored 0 or 1", cleanScoredClean, clean.size(),
                cleanScoredClean + " of " + clean.size() + " studies"));
        return new MetricSection("Studies", metrics);
    }

    static MetricSection levels(List<StudyPair> pairs) {
        long allRight = pairs.stream().filter(pair -> pair.levels().allRight()).count();
        long right = pairs.stream().mapToLong(pair -> pair.levels().right()).sum();
        long expected = pairs.stream().mapToLong(pair -> pair.levels().expected()).sum();
        return new MetricSection("Level names", List.of(
                Metric.share("studies with all levels named rightly", allRight, pairs.size(),
                        allRight + " of " + pairs.size() + " studies"),
                Metric.ratio("levels found under their name",
                        ClusteredProportions.of(pairs, pair -> pair.levels().right(), pair -> pair.levels().expected()),
                        right + " of " + expected + " levels"),
                Metric.count("levels under a wrong name", pairs.stream().mapToLong(pair -> pair.levels().misnamed()).sum(), ""),
                confidence("mean confidence of right names", pairs, true),
                confidence("mean confidence of wrong names", pairs, false),
                NameConfidence.error("names", pairs.stream().map(NameConfidence::of).toList())));
    }

    static MetricSection patients(List<StudyPair> pairs, String total) {
        List<ConfusionMatrix> patients = pairs.stream().map(pair -> ConfusionMatrix.NONE.with(pair.truth().total(total) >= POSITIVE_FROM,
                pair.prediction().total(total) >= POSITIVE_FROM)).toList();
        ConfusionMatrix all = patients.stream().reduce(ConfusionMatrix.NONE, ConfusionMatrix::plus);
        RocCurve roc = new RocCurve(pairs.stream().map(pair -> List.of(new RocCurve.Case(pair.truth().total(total) >= POSITIVE_FROM,
                pair.prediction().total(total)))).toList());
        long positive = all.truePositive() + all.falseNegative();
        return new MetricSection("Patients, inflamed from a score of 2", List.of(
                Metric.ratio("sensitivity", all::sensitivity, all.truePositive() + " of " + positive + " inflamed"),
                Metric.ratio("specificity", all::specificity, all.trueNegative() + " of " + (all.total() - positive) + " not inflamed"),
                Metric.ratio("accuracy", all::accuracy, (all.truePositive() + all.trueNegative()) + " of " + all.total() + " patients"),
                Metric.ratio("positive predictive value", all::positivePredictiveValue,
                        all.truePositive() + " of " + (all.truePositive() + all.falsePositive()) + " called inflamed"),
                Metric.ratio("negative predictive value", all::negativePredictiveValue,
                        all.trueNegative() + " of " + (all.trueNegative() + all.falseNegative()) + " called not inflamed"),
                ClusteredProportions.kappa(patients),
                Metric.ratio("AUC", MetricValue.redrawn(roc::area), "predicted " + total)));
    }

    private static Metric confidence(String name, List<StudyPair> pairs, boolean right) {
        long levels = pairs.stream().mapToLong(pair -> confidences(pair, right).size()).sum();
        return Metric.ratio(name, ClusteredProportions.of(pairs, pair -> confidences(pair, right).stream().mapToDouble(c -> c).sum(),
                pair -> confidences(pair, right).size()), levels + " levels");
    }

    private static List<Double> confidences(StudyPair pair, boolean right) {
        return NameConfidence.of(pair).stream().filter(name -> name.right() == right).map(CalibrationCurve.Case::confidence).toList();
    }
}
