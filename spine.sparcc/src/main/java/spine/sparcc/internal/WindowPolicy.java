package spine.sparcc.internal;

/** How the three consecutive slices of a unit are chosen. */
enum WindowPolicy {
    /** Every unit has its own window, where that unit looks worst. */
    PER_UNIT,
    /** All units of a stack share the window where they look worst together. */
    COMMON
}
