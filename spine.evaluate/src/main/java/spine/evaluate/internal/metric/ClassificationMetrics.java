package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import spine.agreement.decision.CalibrationCurve;
import spine.agreement.decision.ConfusionMatrix;
import spine.agreement.decision.LogisticCalibration;
import spine.agreement.decision.RocCurve;
import spine.evaluate.internal.measure.ClusteredProportions;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.study.StudyPair;
import spine.evaluate.internal.study.UnitFinding;

/** Binary classification of images and units; intervals by cluster bootstrap over patients. */
public final class ClassificationMetrics {

    private ClassificationMetrics() {
    }

    static MetricSection images(List<StudyPair> pairs) {
        List<ConfusionMatrix> patients = pairs.stream().map(StudyPair::imageDecisions).toList();
        List<Metric> metrics = new ArrayList<>(List.of(
                ClusteredProportions.sensitivity(patients, "images with inflammation"),
                ClusteredProportions.specificity(patients, "images without"),
                ClusteredProportions.accuracy(patients, "images"),
                ClusteredProportions.positivePredictiveValue(patients, "images called inflamed"),
                ClusteredProportions.negativePredictiveValue(patients, "images called not inflamed"),
                ClusteredProportions.kappa(patients),
                Metric.ratio("AUC", MetricValue.redrawn(imageRoc(pairs)::area), "probability of the report by image")));
        LogisticCalibration calibration = new LogisticCalibration(pairs.stream().map(ClassificationMetrics::imageProbabilities).toList());
        metrics.add(Metric.points("calibration intercept", MetricValue.redrawn(calibration::intercept),
                "0 if probabilities are calibrated"));
        metrics.add(Metric.points("calibration slope", MetricValue.redrawn(calibration::slope), "1 if probabilities are calibrated"));
        metrics.add(Metric.ratio("Brier score", MetricValue.redrawn(calibration::brier), "mean squared error of the probability"));
        ConfusionMatrix all = sum(patients);
        long positive = all.truePositive() + all.falseNegative();
        metrics.add(Metric.ratio("prevalence", ClusteredProportions.of(pairs, pair -> positives(pair.imageDecisions()),
                pair -> pair.images().size()), positive + " of " + all.total() + " images"));
        return new MetricSection("Images", metrics);
    }

    static MetricSection units(List<StudyPair> pairs) {
        List<ConfusionMatrix> patients = pairs.stream().map(StudyPair::unitDecisions).toList();
        return new MetricSection("Units", List.of(
                ClusteredProportions.sensitivity(patients, "units above 0"),
                ClusteredProportions.specificity(patients, "units at 0"),
                ClusteredProportions.accuracy(patients, "units"),
                ClusteredProportions.positivePredictiveValue(patients, "units called above 0"),
                ClusteredProportions.negativePredictiveValue(patients, "units called 0"),
                ClusteredProportions.kappa(patients),
                Metric.ratio("AUC", MetricValue.redrawn(unitRoc(pairs)::area), "predicted score by unit")));
    }

    /** The two extra points of a slice: how units that have them in truth are found, and whether the point itself is given. */
    static MetricSection points(List<StudyPair> pairs) {
        List<Metric> metrics = new ArrayList<>();
        metrics.addAll(point(pairs, "deep", unit -> unit.deep() > 0));
        metrics.addAll(point(pairs, "intense", unit -> unit.intense() > 0));
        return new MetricSection("Depth and intensity points, by unit", metrics);
    }

    private static List<Metric> point(List<StudyPair> pairs, String name, Predicate<UnitFinding> sign) {
        List<ConfusionMatrix> patients = pairs.stream().map(pair -> pair.units(sign)).toList();
        List<ConfusionMatrix> found = pairs.stream().map(pair -> {
            ConfusionMatrix confusion = ConfusionMatrix.NONE;
            for (var unit : pair.truth().units().entrySet()) {
                confusion = sign.test(unit.getValue()) ? confusion.with(true, pair.predicted(unit.getKey()).score() > 0) : confusion;
            }
            return confusion;
        }).toList();
        return List.of(
                named(name + ": unit found at all", ClusteredProportions.sensitivity(found, "units with a point in truth")),
                named(name + ": sensitivity of the point", ClusteredProportions.sensitivity(patients, "units with a point in truth")),
                named(name + ": specificity of the point", ClusteredProportions.specificity(patients, "units without")),
                named(name + ": Cohen kappa", ClusteredProportions.kappa(patients)));
    }

    /** Sensitivity and specificity of one level in all studies; one unit per patient, hence Wilson. */
    static MetricSection level(String level, List<ConfusionMatrix> patients) {
        ConfusionMatrix all = sum(patients);
        long negative = all.total() - positives(all);
        return new MetricSection("Level " + level, List.of(
                Metric.ratio("sensitivity", all::sensitivity, all.truePositive() + " of " + positives(all) + " units above 0"),
                Metric.ratio("specificity", all::specificity, all.trueNegative() + " of " + negative + " units at 0"),
                Metric.share("prevalence", positives(all), all.total(), positives(all) + " of " + all.total() + " units")));
    }

    /** By the probability that the report gives each image. */
    public static RocCurve imageRoc(List<StudyPair> pairs) {
        return new RocCurve(pairs.stream().map(pair -> pair.images().stream()
                .map(image -> new RocCurve.Case(image.truth().inflamed(), image.prediction().probability())).toList()).toList());
    }

    /** The probability of each image of a study, and whether it is inflamed. */
    public static List<CalibrationCurve.Case> imageProbabilities(StudyPair pair) {
        return pair.images().stream()
                .map(image -> new CalibrationCurve.Case(image.prediction().probability(), image.truth().inflamed())).toList();
    }

    /** By the score that the report gives each unit. */
    public static RocCurve unitRoc(List<StudyPair> pairs) {
        return new RocCurve(pairs.stream().map(pair -> pair.truth().units().entrySet().stream()
                .map(unit -> new RocCurve.Case(unit.getValue().score() > 0, pair.predicted(unit.getKey()).score())).toList()).toList());
    }

    private static Metric named(String name, Metric metric) {
        return new Metric(name, metric.estimate(), metric.decimals(), metric.basis());
    }

    private static ConfusionMatrix sum(List<ConfusionMatrix> patients) {
        return patients.stream().reduce(ConfusionMatrix.NONE, ConfusionMatrix::plus);
    }

    private static long positives(ConfusionMatrix c) {
        return c.truePositive() + c.falseNegative();
    }
}
