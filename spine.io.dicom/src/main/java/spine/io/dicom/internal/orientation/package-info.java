/**
 * One orientation for all images: how their pixels are stored, how they are brought upright on reading, and where they are in their file,
 * for objects that refer to stored pixels.
 */
package spine.io.dicom.internal.orientation;
