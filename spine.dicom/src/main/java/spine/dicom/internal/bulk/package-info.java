/** Pixel data that stays in its file: bytes at a place, and the fragments or the native value that they make up. */
package spine.dicom.internal.bulk;
