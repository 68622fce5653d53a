/**
 * Masks as DICOM Segmentation objects (PS3.3 A.51), written as reports and read for evaluation and training. UIDs and
 * dates follow from the input, so that the same result gives the same bytes.
 */
package spine.io.dicom.internal.seg;
