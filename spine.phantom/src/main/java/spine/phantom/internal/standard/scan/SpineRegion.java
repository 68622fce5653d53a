package spine.phantom.internal.standard.scan;

import spine.phantom.internal.core.geometry.Levels;

/** The part of the spine an examination is meant to show. */
public enum SpineRegion {
    /** Skull base to sacrum. */
    WHOLE("whole spine", 0, Levels.S1 + 1),
    /** Neck and upper chest. */
    CERVICAL("C spine", 0, Levels.T1 + 3),
    /** Lower neck to upper lumbar spine. */
    THORACIC("T spine", Levels.C7 - 1, Levels.L1 + 1),
    /** Lower thoracic spine to sacrum. */
    LUMBAR("L spine", Levels.T12 - 2, Levels.S1 + 1);

    private final String words;
    private final int first;
    private final int last;

    SpineRegion(String words, int first, int last) {
        this.words = words;
        this.first = first;
        this.last = last;
    }

    /** Words for a series description. */
    String words() {
        return words;
    }

    /** The uppermost vertebra it should show, C2 = 0. */
    int first() {
        return first;
    }

    /** The lowest vertebra it should show. */
    int last() {
        return last;
    }
}
