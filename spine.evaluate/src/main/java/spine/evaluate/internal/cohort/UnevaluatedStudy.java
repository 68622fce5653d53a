package spine.evaluate.internal.cohort;

/**
 * A study that enters no metric.
 *
 * @param study its StudyInstanceUID, or the file if that cannot be told
 * @param reason one sentence
 * @param truth whether there is a truth of it, so that it is missed
 */
public record UnevaluatedStudy(String study, String reason, boolean truth) {
}
