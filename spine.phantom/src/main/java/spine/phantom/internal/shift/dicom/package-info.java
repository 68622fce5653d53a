/** MR Image Storage data sets of a study. */
package spine.phantom.internal.shift.dicom;
