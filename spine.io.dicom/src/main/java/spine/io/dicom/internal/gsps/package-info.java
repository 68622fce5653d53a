/**
 * Outlines of oedema and names of levels over the original images: Grayscale Softcopy Presentation States (PS3.3 A.33.1).
 */
package spine.io.dicom.internal.gsps;
