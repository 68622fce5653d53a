package spine.anatomy.internal.labelling;

/** What the levels of a column are found by. */
enum Evidence {
    /** Counting from both ends, and shapes. */
    ALL,
    /** Sizes and inclinations only, as if neither C2 nor S1 were known: a second opinion. */
    SHAPE_ONLY
}
