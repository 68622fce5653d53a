/** MR Image Storage data sets of a study. */
package spine.phantom.internal.standard.dicom;
