package spine.evaluate.internal.study;

/**
 * What a report tells of one stack.
 *
 * @param seriesInstanceUid its series
 * @param slices images
 * @param pixelMm in-plane spacing, mm
 * @param sliceMm distance of slices, mm
 */
public record StackGeometry(String seriesInstanceUid, int slices, double pixelMm, double sliceMm) {
}
