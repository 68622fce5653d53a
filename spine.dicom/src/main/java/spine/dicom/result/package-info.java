/** The DICOM objects that the platform makes, which of them somebody is to get, and the attempts to send them there. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.dicom.result;
