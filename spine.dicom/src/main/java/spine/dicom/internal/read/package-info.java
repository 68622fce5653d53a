/**
 * From the bytes of a file to a data set. {@link spine.dicom.internal.read.PartTenReader} is the entry; a
 * {@code ByteSource} hands out bytes and believes no length before they have arrived, a {@code DataSetParser} makes elements
 * of them, a {@code ValueReader} brings each value into the form that {@link spine.dicom.DicomElement} promises.
 */
package spine.dicom.internal.read;
