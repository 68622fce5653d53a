package spine.report.internal.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.api.model.ChangeRule;
import spine.api.model.FindingRule;
import spine.api.model.IntervalRule;
import spine.api.model.ModelCard;

/**
 * A {@link ModelCard} with what computed its answer.
 *
 * @param findings null if the card has none
 * @param intervals null if the card has none
 * @param change null if the card has none
 * @param engine may be empty
 */
record SavedModel(String id, String version, String role, List<String> classes, Map<String, String> inputRecipe, double operatingPoint,
        FindingRule findings, IntervalRule intervals, ChangeRule change, String trainingData, Map<String, Double> metrics,
        String intendedUse, String weightsSha256, String engine) {

    static SavedModel of(ModelCard card, String engine) {
        return new SavedModel(card.id(), card.version(), card.role(), card.classes(), card.inputRecipe(), card.operatingPoint(),
                card.findings().orElse(null), card.intervals().orElse(null), card.change().orElse(null), card.trainingData(),
                card.metrics(), card.intendedUse(), card.weightsSha256(), engine);
    }

    ModelCard card() {
        return new ModelCard(id, version, role, classes, inputRecipe, operatingPoint, Optional.ofNullable(findings),
                Optional.ofNullable(intervals), Optional.ofNullable(change), trainingData, metrics, intendedUse, weightsSha256);
    }
}
