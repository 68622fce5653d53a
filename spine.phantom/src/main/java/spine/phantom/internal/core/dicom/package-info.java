/** Writes a study as DICOM files with its truth beside them. The data sets of the images come from the encoder of the generator. */
package spine.phantom.internal.core.dicom;
