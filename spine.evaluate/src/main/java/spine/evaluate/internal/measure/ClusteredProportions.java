package spine.evaluate.internal.measure;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import spine.agreement.Estimate;
import spine.agreement.decision.ConfusionMatrix;

/** Proportions of units or images, of which every patient has several, with intervals by cluster bootstrap over patients. */
public final class ClusteredProportions {

    private ClusteredProportions() {
    }

    /** Sum of parts over sum of wholes. */
    public static <P> MetricValue of(List<P> patients, ToDoubleFunction<P> part, ToDoubleFunction<P> whole) {
        double[] parts = patients.stream().mapToDouble(part).toArray();
        double[] wholes = patients.stream().mapToDouble(whole).toArray();
        return MetricValue.redrawn(draws -> draws.ratio(parts, wholes));
    }

    /** Of the positive ones, those that were found; {@code things} are what is counted, in the plural. */
    public static Metric sensitivity(List<ConfusionMatrix> patients, String things) {
        return ratio("sensitivity", patients, ConfusionMatrix::truePositive, c -> c.truePositive() + c.falseNegative(), things);
    }

    /** Of the negative ones, those that were not called positive. */
    public static Metric specificity(List<ConfusionMatrix> patients, String things) {
        return ratio("specificity", patients, ConfusionMatrix::trueNegative, c -> c.trueNegative() + c.falsePositive(), things);
    }

    /** Of all, those that were called rightly. */
    public static Metric accuracy(List<ConfusionMatrix> patients, String things) {
        return ratio("accuracy", patients, c -> c.truePositive() + c.trueNegative(), ConfusionMatrix::total, things);
    }

    /** Of those called positive, the positive ones. */
    public static Metric positivePredictiveValue(List<ConfusionMatrix> patients, String things) {
        return ratio("positive predictive value", patients, ConfusionMatrix::truePositive, c -> c.truePositive() + c.falsePositive(),
                things);
    }

    /** Of those called negative, the negative ones. */
    public static Metric negativePredictiveValue(List<ConfusionMatrix> patients, String things) {
        return ratio("negative predictive value", patients, ConfusionMatrix::trueNegative, c -> c.trueNegative() + c.falseNegative(),
                things);
    }

    /** Cohen's kappa of both verdicts. */
    public static Metric kappa(List<ConfusionMatrix> patients) {
        MetricValue kappa = MetricValue.redrawn(draws -> draws.weighted(patients.size(), weights -> {
            ConfusionMatrix sum = ConfusionMatrix.NONE;
            for (int i = 0; i < weights.length; i++) {
                sum = sum.plus(patients.get(i).times(weights[i]));
            }
            return sum.kappa(Estimate.CONFIDENCE).value();
        }));
        return Metric.ratio("Cohen kappa", kappa, "truth and prediction");
    }

    private static Metric ratio(String name, List<ConfusionMatrix> patients, Function<ConfusionMatrix, Long> part,
            Function<ConfusionMatrix, Long> whole, String things) {
        long hits = patients.stream().mapToLong(part::apply).sum();
        long of = patients.stream().mapToLong(whole::apply).sum();
        return Metric.ratio(name, of(patients, part::apply, whole::apply), hits + " of " + of + " " + things);
    }
}
