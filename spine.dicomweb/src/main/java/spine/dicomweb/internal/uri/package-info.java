/** Addresses of the DICOM web services (PS3.18 8.2). */
package spine.dicomweb.internal.uri;
