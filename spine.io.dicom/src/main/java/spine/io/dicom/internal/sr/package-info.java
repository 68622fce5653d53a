/**
 * Results as a structured report (Comprehensive 3D SR, PS3.3 A.35.13; template TID 1500, PS3.16), written and read back. Measurements
 * refer to segments of a segmentation that is written beside it.
 */
package spine.io.dicom.internal.sr;
