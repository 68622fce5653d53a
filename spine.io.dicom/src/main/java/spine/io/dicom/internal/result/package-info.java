/**
 * What all objects that state results have in common: patient and study of the images, equipment, references to images, codes of
 * anatomy (SNOMED CT) and measurements, and a SOP instance UID that follows from the content.
 */
package spine.io.dicom.internal.result;
