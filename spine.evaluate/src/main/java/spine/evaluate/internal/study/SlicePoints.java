package spine.evaluate.internal.study;

/** The two extra points of a unit on a slice that shows its oedema. */
public record SlicePoints(boolean deep, boolean intense) {
}
