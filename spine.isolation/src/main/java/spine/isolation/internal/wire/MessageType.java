package spine.isolation.internal.wire;

/** What a message is. The other process gets {@link #START} first and then one question after the other; it answers each. */
public enum MessageType {
    /** To the process: settings. Answer: the services that the bundle offers. */
    START,
    /** To the process: index and input. Answer: a score. */
    SCORE,
    /** To the process: model, stack and region. Answer: probabilities. */
    SEGMENT,
    /** From the process, any number before an answer: a step and how far it has come. */
    PROGRESS,
    /** From the process. */
    ANSWER,
    /** From the process in place of an answer: why, and whether the process had better end. */
    FAILED
}
