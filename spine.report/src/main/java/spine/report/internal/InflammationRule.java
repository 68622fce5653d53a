package spine.report.internal;

import java.util.Optional;
import spine.api.model.FindingRule;
import spine.api.model.ModelRole;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.common.text.Decimals;

/**
 * When an image counts as inflamed, in words and numbers: one rule for the verdicts and the probabilities of a report.
 *
 * @param threshold least probability with which a finding counts, 0..1
 */
public record InflammationRule(double threshold) {
    private static final int DECIMALS = 2;

    /** The rule of the oedema model; empty for a reading or what a person corrected, whose verdicts follow from no probability. */
    public static Optional<InflammationRule> of(ScoringResult result) {
        if (ReportNotes.corrected(result)) {
            return Optional.empty();
        }
        return result.models().stream().filter(card -> card.role().equals(ModelRole.OEDEMA)).findFirst()
                .map(card -> new InflammationRule(FindingRule.of(card).threshold()));
    }

    /** The rule for a person. */
    public String sentence() {
        return "An image counts as inflamed if the probability of a finding with at least "
                + Decimals.atMost(ImageFinding.MINIMUM_AREA_MM2, 0, "") + " mm² on it reaches " + text(threshold)
                + "; its own probability is the highest of these findings.";
    }

    /** Verdict and probability of one image, such as {@code inflamed: 0.12 reaches 0.11}. */
    public String words(ImageFinding image) {
        if (image.probability() == 0) {
            return "not inflamed: no finding of " + Decimals.atMost(ImageFinding.MINIMUM_AREA_MM2, 0, "") + " mm²";
        }
        return image.inflamed() ? "inflamed: " + text(image.probability()) + " reaches " + text(threshold)
                : "not inflamed: " + text(image.probability()) + " is below " + text(threshold);
    }

    /** A probability, so that it is seen whether it reaches the threshold. */
    public String text(double probability) {
        return Decimals.besides(probability, threshold, DECIMALS);
    }
}
