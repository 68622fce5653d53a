package spine.evaluate.internal.figure;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import spine.evaluate.internal.stats.Auc;
import spine.evaluate.internal.stats.Bootstrap;
import spine.evaluate.internal.stats.Confusion;
import spine.evaluate.internal.stats.Estimate;
import spine.evaluate.internal.study.StudyPair;

/** Yes or no, by image and by unit; intervals by redrawing patients. */
final class DecisionFigures {

    private DecisionFigures() {
    }

    static Section images(List<StudyPair> pairs) {
        Confusion all = sum(pairs, StudyPair::imageDecisions);
        return new Section("Images", List.of(
                rate("sensitivity", pairs, StudyPair::imageDecisions, c -> c.sensitivity().value(),
                        "n = " + (all.truePositive() + all.falseNegative()) + " with inflammation"),
                rate("specificity", pairs, StudyPair::imageDecisions, c -> c.specificity().value(),
                        "n = " + (all.trueNegative() + all.falsePositive()) + " without"),
                rate("accuracy", pairs, StudyPair::imageDecisions, c -> c.accuracy().value(), "n = " + all.total()),
                rate("positive predictive value", pairs, StudyPair::imageDecisions, c -> c.positivePredictiveValue().value(), ""),
                Figure.share("AUC", Bootstrap.of(pairs, DecisionFigures::auc))));
    }

    static Section units(List<StudyPair> pairs) {
        Confusion all = sum(pairs, StudyPair::unitDecisions);
        return new Section("Units", List.of(
                rate("sensitivity", pairs, StudyPair::unitDecisions, c -> c.sensitivity().value(),
                        "n = " + (all.truePositive() + all.falseNegative()) + " above 0"),
                rate("specificity", pairs, StudyPair::unitDecisions, c -> c.specificity().value(),
                        "n = " + (all.trueNegative() + all.falsePositive()) + " at 0"),
                Figure.share("kappa", Estimate.of(all.kappa()), "n = " + all.total())));
    }

    private static Figure rate(String name, List<StudyPair> pairs, Function<StudyPair, Confusion> decisions,
            ToDoubleFunction<Confusion> rate, String basis) {
        return Figure.share(name, Bootstrap.of(pairs, sample -> rate.applyAsDouble(sum(sample, decisions))), basis);
    }

    private static Confusion sum(List<StudyPair> pairs, Function<StudyPair, Confusion> decisions) {
        return pairs.stream().map(decisions).reduce(Confusion.NONE, Confusion::plus);
    }

    private static double auc(List<StudyPair> pairs) {
        return Auc.of(pairs.stream().flatMap(pair -> pair.images().stream())
                .map(image -> new Auc.Case(image.truth().inflamed(), image.prediction().probability())).toList());
    }
}
