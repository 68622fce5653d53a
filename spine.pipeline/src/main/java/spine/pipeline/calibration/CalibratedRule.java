package spine.pipeline.calibration;

import spine.api.model.FindingRule;

/**
 * A fitted rule.
 *
 * @param rule with all features
 * @param heldOut what it is worth for findings of patients it was not fitted to
 */
public record CalibratedRule(FindingRule rule, Discrimination heldOut) {
}
