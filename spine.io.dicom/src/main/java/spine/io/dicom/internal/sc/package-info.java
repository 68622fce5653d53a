/**
 * Key images with outlines burned in, for viewers that show neither segmentations nor presentation states: Secondary Capture
 * (PS3.3 A.8.1).
 */
package spine.io.dicom.internal.sc;
