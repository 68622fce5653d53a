/**
 * An open image: where its frames lie, their native or encapsulated form, and what their stored values mean.
 */
package spine.dicom.internal.image;
