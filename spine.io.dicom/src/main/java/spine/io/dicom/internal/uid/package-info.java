/** UIDs that follow from content, for objects that have none of their own yet. */
package spine.io.dicom.internal.uid;
