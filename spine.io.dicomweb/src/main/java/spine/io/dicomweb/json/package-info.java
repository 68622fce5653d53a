/** Data sets in the DICOM JSON model (PS3.18 annex F), written and read as a stream. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.io.dicomweb.json;
