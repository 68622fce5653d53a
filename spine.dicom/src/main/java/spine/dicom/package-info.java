/** DICOM data sets in memory and the extension point that encodes and decodes them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.dicom;
