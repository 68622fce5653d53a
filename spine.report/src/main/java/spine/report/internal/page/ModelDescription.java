package spine.report.internal.page;

import java.util.ArrayList;
import java.util.List;
import spine.api.model.ModelCard;

/**
 * What the page says of a model.
 *
 * @param weights the first digits of their SHA-256
 * @param points operating points and measured metrics
 */
public record ModelDescription(String id, String version, String weights, String trainingData, String intendedUse, List<Figure> points) {
    private static final int DIGITS = 12;

    public record Figure(String name, String value) {

        static Figure of(String name, double value) {
            return new Figure(name, PageNumbers.atMost(value, 3));
        }
    }

    public static ModelDescription of(ModelCard card) {
        List<Figure> figures = new ArrayList<>(List.of(Figure.of("operating point", card.operatingPoint())));
        card.findings().ifPresent(rule -> figures.addAll(List.of(Figure.of("candidate point", rule.candidatePoint()),
                Figure.of("threshold of findings", rule.threshold()))));
        card.metrics().forEach((name, value) -> figures.add(Figure.of(name, value)));
        String weights = card.weightsSha256();
        return new ModelDescription(card.id(), card.version(), weights.substring(0, Math.min(DIGITS, weights.length())),
                card.trainingData(), card.intendedUse(), figures);
    }
}
