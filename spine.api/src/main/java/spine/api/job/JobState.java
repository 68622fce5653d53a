package spine.api.job;

/** How far a {@link Job} is. */
public enum JobState {
    /** Images of the study come in; nobody has said yet that it is complete, nor has it been quiet for long enough. */
    RECEIVED,
    /** Its content is known; it waits for its turn. */
    WAITING,
    /** It is being scored. */
    RUNNING,
    /** It has its result, which not every destination has accepted yet. */
    SENDING,
    /** It has its result, and every destination has. */
    DONE,
    /** Its images cannot be scored; trying again would give the same. */
    FAILED,
    /** Something failed that a person can mend: no model, no space, a destination that does not accept. {@link Jobs#retry} goes on. */
    NEEDS_ATTENTION,
    /** Somebody did not want it any more. */
    CANCELLED;

    /** Whether nothing more happens unless somebody asks for it. */
    public boolean isFinal() {
        return this == DONE || this == FAILED || this == NEEDS_ATTENTION || this == CANCELLED;
    }
}
