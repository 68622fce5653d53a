/** The OHIF viewer, on the DICOM web services of the platform. */
package spine.viewer.internal;
