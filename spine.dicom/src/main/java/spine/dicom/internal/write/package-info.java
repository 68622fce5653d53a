/**
 * From a data set to the bytes of a file, always in explicit VR little endian with text in UTF-8, pixels as they are encoded, so that the
 * same object gives the same bytes.
 */
package spine.dicom.internal.write;
