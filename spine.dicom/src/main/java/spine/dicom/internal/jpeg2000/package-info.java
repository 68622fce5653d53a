/** JPEG 2000 (ISO/IEC 15444-1), decoded by JJ2000 in jai-imageio, behind a look at what the codestream claims. */
package spine.dicom.internal.jpeg2000;
