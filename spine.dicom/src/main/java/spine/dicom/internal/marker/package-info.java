/** Marker segments, which JPEG and JPEG-LS have in common. */
package spine.dicom.internal.marker;
