/**
 * Training cases: DICOM studies of many patients with segmentations as ground truth, matched by UIDs and grouped by patient.
 * Images and masks are loaded one patient at a time.
 */
package spine.io.dicom.internal.cases;
