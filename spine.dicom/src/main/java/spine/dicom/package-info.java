/**
 * DICOM data sets in memory: {@link spine.dicom.DicomObject} holds {@link spine.dicom.DicomElement}s by {@link spine.dicom.Tag}.
 * The extension point {@link spine.dicom.DicomCodec} turns files into data sets and back; whoever has another DICOM toolkit
 * offers it as that service. Without a service registry, {@code spine.dicom.codec} has the codec of this bundle.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.5.0")
package spine.dicom;
