package spine.report.internal.comparison.change;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import spine.api.model.ChangeRule;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.report.internal.archive.ArchivedResult;

/**
 * The smallest detectable change of the models that scored, and whether it holds for these results.
 *
 * @param rule of the model; empty where it does not hold or there is none
 * @param sentence what it is, or why nobody knows, for the reader of the page
 */
public record MeasurementError(Optional<ChangeRule> rule, String sentence) {

    /** Of one index; the results that show no spine have no part in it. */
    static MeasurementError of(String indexId, List<TimePointResult> points) {
        List<TimePointResult> scored = points.stream().filter(TimePointResult::spine).toList();
        ArchivedResult first = scored.get(0).archived();
        Optional<ChangeRule> rule = card(first, ModelRole.OEDEMA).flatMap(ModelCard::change).filter(of -> of.indexId().equals(indexId));
        String why = whyNot(rule, indexId, scored);
        return why.isEmpty() ? new MeasurementError(rule, sentence(rule.orElseThrow())) : new MeasurementError(Optional.empty(),
                "The smallest detectable change is not known: " + why
                        + ". Whether a change exceeds the error of measurement cannot be said.");
    }

    private static String whyNot(Optional<ChangeRule> rule, String indexId, List<TimePointResult> scored) {
        if (differ(scored.stream().map(TimePointResult::measuredBy).toList())) {
            return "the results are of different models";
        }
        if (differ(scored.stream().map(point -> point.score(indexId).orElseThrow().indexVersion()).toList())) {
            return "the results are of different versions of the index";
        }
        if (scored.stream().anyMatch(point -> point.archived().corrected())) {
            return "a person corrected a result, and it was measured for the models alone";
        }
        if (scored.stream().anyMatch(point -> !point.archived().settings().known())) {
            return "the settings of a result are not known";
        }
        if (differ(scored.stream().map(point -> point.archived().settings().sha256()).toList())) {
            return "the results were computed with different settings";
        }
        if (rule.isEmpty()) {
            return "it was not measured for the models and the index " + indexId;
        }
        ArchivedResult first = scored.get(0).archived();
        boolean holds = card(first, ModelRole.ANATOMY).filter(anatomy -> rule.get().holdsFor(anatomy, first.settings().changed()))
                .isPresent();
        return holds ? "" : "it was measured with another anatomy model or with other settings of the index";
    }

    private static boolean differ(List<?> values) {
        Set<Object> different = new HashSet<>(values);
        return different.size() > 1;
    }

    private static Optional<ModelCard> card(ArchivedResult result, String role) {
        return result.models().stream().filter(card -> card.role().equals(role)).findFirst();
    }

    private static String sentence(ChangeRule rule) {
        String basis = rule.basis().isBlank() ? rule.pairs() + " pairs of unchanged, repositioned studies" : rule.basis();
        return "The smallest detectable change (95 %) was measured on " + basis + (basis.endsWith(".") ? "" : ".");
    }

    /** Of a total, points; empty where it does not hold, or was not measured for that total. */
    public OptionalDouble ofTotal(String name) {
        Double points = rule.map(of -> of.totals().get(name)).orElse(null);
        return points == null ? OptionalDouble.empty() : OptionalDouble.of(points);
    }

    /** Of the score of a unit, points. */
    public OptionalDouble ofUnit() {
        return rule.map(of -> OptionalDouble.of(of.unit())).orElse(OptionalDouble.empty());
    }
}
