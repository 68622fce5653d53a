package spine.io.dimse;

/**
 * How a node says that a retrieval has ended.
 *
 * @param status of the last answer
 * @param completed objects that it has sent, with a warning or without; -1 if it does not say
 * @param failed objects that it could not send; -1 if it does not say
 */
public record Retrieval(DimseStatus status, int completed, int failed) {
}
