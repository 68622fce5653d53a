/** RLE, run lengths of bytes (PS3.5 annex G). */
package spine.dicom.internal.rle;
