/** Which codec serves where there are several. */
package spine.dicom.internal.preferred;
