package spine.io.dicom.internal.seg;

/**
 * One frame of a segmentation: a segment on one image.
 *
 * @param segmentNumber from 1
 * @param stack index of the stack, from 0
 * @param slice index of the slice in it, from 0
 */
record SegmentFrame(int segmentNumber, int stack, int slice) {
}
