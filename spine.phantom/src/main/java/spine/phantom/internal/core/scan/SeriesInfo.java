package spine.phantom.internal.core.scan;

/**
 * What a series is, beyond its images.
 *
 * @param index of the series in the study, for its UID and number
 * @param firstImage index in the series of the stack's first image
 * @param description words a technician would give it
 * @param sequence times in ms
 * @param echoTrain echoes per excitation
 * @param pitch distance of neighbouring slices, mm
 */
public record SeriesInfo(int index, int firstImage, String description, SpinEchoSequence sequence, int echoTrain, double pitch) {
}
