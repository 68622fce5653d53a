package spine.evaluate.internal.partial;

/**
 * A known lesion in a report.
 *
 * @param lesion the lesion
 * @param touched whether the report's oedema touches its pixels; false if they are not known
 * @param unitScore score that the report gives its unit; 0 if the report does not have it; NaN if the truth names none
 * @param images images that show it
 * @param inflamed those of them that the report calls inflamed
 */
public record LesionOutcome(KnownLesion lesion, boolean touched, double unitScore, int images, int inflamed) {

    /** Whether the unit that the truth names has a score. */
    public boolean scoredOnItsLevel() {
        return unitScore > 0;
    }
}
