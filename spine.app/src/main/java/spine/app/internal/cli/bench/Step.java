package spine.app.internal.cli.bench;

import java.util.Locale;

/** The parts of scoring a study, in the order of the work. */
enum Step {
    /** Files to pixels in memory. */
    READ,
    /** Pixels to network input, for both models. */
    PREPARE,
    /** The anatomy model without its preparation. */
    ANATOMY,
    /** The oedema model without its preparation. */
    OEDEMA,
    /** Class maps to a labelled spine. */
    LOCALISE,
    /** Findings, their probabilities and the indices. */
    SCORE,
    /** Reports and masks. */
    WRITE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
