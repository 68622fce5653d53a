/** Servers with DICOM web services that results are sent to (STOW-RS, PS3.18 10.5). */
package spine.dicomweb.internal.destination;
