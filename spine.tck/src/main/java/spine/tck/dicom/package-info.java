/**
 * The test kit for another DICOM toolkit behind reader and writers: extend {@link spine.tck.dicom.DicomCodecContract} and say how to make
 * the codec. {@link spine.tck.dicom.FileBombs} writes files that no reader may fall for. Needs spine.dicom beside spine.tck.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package spine.tck.dicom;
