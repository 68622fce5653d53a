package spine.stress.internal.foreign;

import spine.api.score.ScoringIndex;

/** What a foreign index may do instead of scoring. */
public enum ForeignFault {
    /** An exception. */
    THROWS(ThrowingIndex.class),
    /** A stack that overflows. */
    OVERFLOWS(OverflowingIndex.class),
    /** No answer. */
    LOOPS(LoopingIndex.class),
    /** The end of the process, with exit code 0. */
    EXITS(ExitingIndex.class);

    private final Class<? extends ScoringIndex> index;

    ForeignFault(Class<? extends ScoringIndex> index) {
        this.index = index;
    }

    /** The class that does so. */
    public Class<? extends ScoringIndex> index() {
        return index;
    }
}
