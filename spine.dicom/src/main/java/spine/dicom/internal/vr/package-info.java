/**
 * Value representations: their headers, byte order and padding, and which one each standard tag has where a file does not
 * name it. The table {@code dictionary.txt} is taken from PS3.6.
 */
package spine.dicom.internal.vr;
