package spine.report.internal;

import java.util.ArrayList;
import java.util.List;
import spine.api.model.ModelCard;

/**
 * What the cards of the models say about a result: what it may be used for, and what data the models were trained on.
 *
 * @param intendedUse sentences, each once
 * @param trainingData one sentence per model; none if no model took part
 */
public record CardStatements(List<String> intendedUse, List<String> trainingData) {

    public static CardStatements of(List<ModelCard> cards) {
        if (cards.isEmpty()) {
            return new CardStatements(List.of("No model took part."), List.of());
        }
        boolean agree = cards.stream().map(ModelCard::intendedUse).distinct().count() == 1;
        List<String> uses = new ArrayList<>();
        List<String> data = new ArrayList<>();
        for (ModelCard card : cards) {
            String use = card.intendedUse().isBlank() ? "No intended use is stated." : sentence(card.intendedUse());
            uses.add(agree ? use : card.id() + ": " + use);
            data.add(card.trainingData().isBlank() ? "Training data of " + card.id() + " are not stated."
                    : "Training data of " + card.id() + ": " + sentence(card.trainingData()));
        }
        return new CardStatements(uses.stream().distinct().toList(), data);
    }

    /** All sentences in one paragraph. */
    public String paragraph() {
        List<String> all = new ArrayList<>(intendedUse);
        all.addAll(trainingData);
        return String.join(" ", all);
    }

    private static String sentence(String words) {
        String text = words.strip();
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
