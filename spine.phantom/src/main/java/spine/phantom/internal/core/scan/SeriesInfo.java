package spine.phantom.internal.core.scan;

/**
 * The series that a stack belongs to.
 *
 * @param index of the series in the study, for its UID and number
 * @param firstImage index in the series of the stack's first image
 * @param description series description
 * @param sequence times in ms
 * @param echoTrain echoes per excitation
 * @param pitch distance between the centres of neighbouring slices, mm
 */
public record SeriesInfo(int index, int firstImage, String description, SpinEchoSequence sequence, int echoTrain, double pitch) {
}
