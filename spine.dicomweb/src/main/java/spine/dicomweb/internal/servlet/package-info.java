/** The servlet of all services under {@code /dicom-web}. */
package spine.dicomweb.internal.servlet;
