package spine.report.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import spine.api.model.ModelCard;
import spine.api.report.ScoringResult;

/**
 * What the page says of a model.
 *
 * @param weights their SHA-256
 * @param engine what computed its answers; may be empty
 * @param points operating points and measured metrics
 */
public record ModelDescription(String id, String version, String weights, String engine, String trainingData, String intendedUse,
        List<Figure> points) {

    public record Figure(String name, String value) {

        static Figure of(String name, double value) {
            return new Figure(name, PageNumbers.atMost(value, 3));
        }
    }

    /** One for each model that took part. */
    public static List<ModelDescription> of(ScoringResult result) {
        return IntStream.range(0, result.models().size()).mapToObj(i -> of(result.models().get(i), result.engines().get(i))).toList();
    }

    private static ModelDescription of(ModelCard card, String engine) {
        List<Figure> figures = new ArrayList<>(List.of(Figure.of("operating point", card.operatingPoint())));
        card.findings().ifPresent(rule -> figures.addAll(List.of(Figure.of("candidate point", rule.candidatePoint()),
                Figure.of("threshold of findings", rule.threshold()))));
        card.metrics().forEach((name, value) -> figures.add(Figure.of(name, value)));
        return new ModelDescription(card.id(), card.version(), card.weightsSha256(), engine, card.trainingData(), card.intendedUse(),
                figures);
    }

    /** Whether it is known what computed its answers. */
    public boolean computed() {
        return !engine.isEmpty();
    }
}
