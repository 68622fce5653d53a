package spine.pipeline.lesion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import spine.api.anatomy.DiscLevel;
import spine.api.model.FindingRule;
import spine.common.text.Decimals;

/** Says in one sentence why a finding counts or not: its probability, and the features that moved that most. */
final class FindingReason {
    private static final int NAMED = 2;
    private static final int DECIMALS = 2;
    /** Less does not move the log odds enough to be worth a word. */
    private static final double WORTH = 0.3;

    private final FindingRule rule;

    FindingReason(FindingRule rule) {
        this.rule = rule;
    }

    String of(Map<FindingFeature, Double> features, double probability, List<DiscLevel> units) {
        boolean counts = rule.counts(probability);
        StringBuilder sentence = new StringBuilder(counts ? "Counts: " : "Does not count: ").append("probability ")
                .append(Decimals.besides(probability, rule.threshold(), DECIMALS)).append(counts ? " reaches " : " is below ")
                .append(Decimals.besides(rule.threshold(), rule.threshold(), DECIMALS));
        List<String> decisive = decisive(features, counts);
        if (!decisive.isEmpty()) {
            sentence.append(", mainly because of ").append(String.join(" and ", decisive));
        }
        if (counts && units.isEmpty()) {
            sentence.append("; alone it adds to no unit, because it fills too little of every unit that is scored on this station");
        }
        return sentence.append('.').toString();
    }

    /** What contributed most to the decision, the strongest first. */
    private List<String> decisive(Map<FindingFeature, Double> features, boolean counts) {
        List<Map.Entry<String, Double>> moves = new ArrayList<>();
        rule.terms().forEach((key, term) -> FindingFeature.of(key).ifPresent(feature -> moves.add(
                Map.entry(feature.words(), (counts ? 1 : -1) * term.of(features.get(feature))))));
        return moves.stream().filter(move -> move.getValue() >= WORTH)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())).limit(NAMED).map(Map.Entry::getKey).toList();
    }
}
