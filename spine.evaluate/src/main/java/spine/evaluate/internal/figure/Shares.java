package spine.evaluate.internal.figure;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import spine.evaluate.internal.stats.Bootstrap;
import spine.evaluate.internal.stats.Confusion;
import spine.evaluate.internal.stats.Estimate;
import spine.evaluate.internal.study.StudyPair;

/** Shares of things of which every patient has several, with intervals by redrawing patients. */
final class Shares {

    private Shares() {
    }

    /** Sum of parts over sum of wholes. */
    static Estimate of(List<StudyPair> pairs, ToDoubleFunction<StudyPair> part, ToDoubleFunction<StudyPair> whole) {
        return Bootstrap.ratio(pairs.stream().mapToDouble(part).toArray(), pairs.stream().mapToDouble(whole).toArray());
    }

    static Figure sensitivity(List<Confusion> patients, String things) {
        return share("sensitivity", patients, Confusion::truePositive, c -> c.truePositive() + c.falseNegative(), things);
    }

    static Figure specificity(List<Confusion> patients, String things) {
        return share("specificity", patients, Confusion::trueNegative, c -> c.trueNegative() + c.falsePositive(), things);
    }

    static Figure accuracy(List<Confusion> patients, String things) {
        return share("accuracy", patients, c -> c.truePositive() + c.trueNegative(), Confusion::total, things);
    }

    static Figure positivePredictiveValue(List<Confusion> patients, String things) {
        return share("positive predictive value", patients, Confusion::truePositive, c -> c.truePositive() + c.falsePositive(), things);
    }

    static Figure negativePredictiveValue(List<Confusion> patients, String things) {
        return share("negative predictive value", patients, Confusion::trueNegative, c -> c.trueNegative() + c.falseNegative(), things);
    }

    static Figure kappa(List<Confusion> patients) {
        Estimate kappa = Bootstrap.weighted(patients.size(), weights -> {
            Confusion sum = Confusion.NONE;
            for (int i = 0; i < weights.length; i++) {
                sum = sum.plus(patients.get(i).times(weights[i]));
            }
            return sum.kappa();
        });
        return Figure.share("Cohen kappa", kappa, "truth and prediction");
    }

    private static Figure share(String name, List<Confusion> patients, Function<Confusion, Long> part, Function<Confusion, Long> whole,
            String things) {
        double[] parts = patients.stream().mapToDouble(part::apply).toArray();
        double[] wholes = patients.stream().mapToDouble(whole::apply).toArray();
        long hits = patients.stream().mapToLong(part::apply).sum();
        long of = patients.stream().mapToLong(whole::apply).sum();
        return Figure.share(name, Bootstrap.ratio(parts, wholes), hits + " of " + of + " " + things);
    }
}
