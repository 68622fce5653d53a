package spine.api.score;

/** The four quadrants of a discovertebral unit on a slice: half body of the upper or lower vertebra, front or back. */
public enum Quadrant {
    UPPER_ANTERIOR, UPPER_POSTERIOR, LOWER_ANTERIOR, LOWER_POSTERIOR
}
