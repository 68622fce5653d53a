/**
 * DICOM web services of other servers (PS3.18 chapter 10): {@link spine.io.dicomweb.DicomWeb} is the service that searches, retrieves
 * studies and stores objects.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package spine.io.dicomweb;
