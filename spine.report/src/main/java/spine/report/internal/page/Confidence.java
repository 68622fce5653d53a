package spine.report.internal.page;

import java.util.ArrayList;
import java.util.List;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.report.ScoringResult;
import spine.api.score.Score;

/** How far a result can be relied on, in sentences for the top of a report; what is in doubt stands in its warnings. */
public final class Confidence {

    private Confidence() {
    }

    /** None where the images show no spine: a warning says that. */
    public static List<String> of(ScoringResult result) {
        if (result.anatomy().noSpine().isPresent()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        if (result.anatomy().units().stream().anyMatch(DiscovertebralUnit::present)) {
            sentences.add("The probability that every level has its right name is " + percent(result.anatomy().nameConfidence()) + ".");
        }
        result.anatomy().units().stream().filter(DiscovertebralUnit::present)
                .min((one, other) -> Double.compare(one.confidence(), other.confidence()))
                .filter(unit -> unit.confidence() < result.anatomy().nameConfidence())
                .ifPresent(unit -> sentences.add("The least sure name is " + unit.level().label() + ", with " + percent(unit.confidence())
                        + "."));
        int spine = result.anatomy().variant().units().size();
        int seen = result.scores().stream().findFirst().map(Score::unitsInView).orElse(0);
        sentences.add(seen == spine ? "All " + spine + " units of the spine are in view."
                : seen + " of " + spine + " units of the spine are in view; totals are of these alone.");
        if (result.everyWarning().isEmpty()) {
            sentences.add("There are no warnings.");
        }
        return sentences;
    }

    /** What is rounded to certainty is not called so. */
    private static String percent(double probability) {
        return probability > 0.99 && probability < 1 ? "more than 99 %" : PageNumbers.atMost(100 * probability, 0) + " %";
    }
}
