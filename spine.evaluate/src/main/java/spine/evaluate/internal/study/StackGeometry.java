package spine.evaluate.internal.study;

/**
 * One stack as a report describes it.
 *
 * @param seriesInstanceUid its series
 * @param slices images
 * @param pixelMm in-plane spacing, mm
 * @param sliceMm distance of slices, mm
 */
public record StackGeometry(String seriesInstanceUid, int slices, double pixelMm, double sliceMm) {
}
