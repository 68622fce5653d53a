package spine.agreement.category;

/** What differences of readings mean to Krippendorff's alpha. */
public enum Scale {
    /** Equal or not. */
    NOMINAL,
    /** By the number of readings between them. */
    ORDINAL,
    /** By the square of their difference. */
    INTERVAL
}
