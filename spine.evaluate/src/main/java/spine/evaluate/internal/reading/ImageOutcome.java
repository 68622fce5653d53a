package spine.evaluate.internal.reading;

/**
 * One image of a study whose truth is known.
 *
 * @param study its StudyInstanceUID
 * @param inflamed in truth
 * @param found whether the pipeline calls it inflamed
 * @param body Dice of vertebral bodies; NaN if the truth has none
 * @param disc Dice of discs; NaN if the truth has none
 */
public record ImageOutcome(String study, boolean inflamed, boolean found, double body, double disc) {
}
