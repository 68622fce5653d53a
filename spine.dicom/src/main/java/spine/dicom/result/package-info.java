/** The DICOM objects that the platform makes, and which of them somebody is to get. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.dicom.result;
