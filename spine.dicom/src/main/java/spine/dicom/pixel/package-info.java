/**
 * Images in files, opened by the service {@link spine.dicom.pixel.DicomImages}: their frames as stored values or as grey values, decoded
 * by what {@link spine.dicom.decode.FrameDecoder} there is for their transfer syntax.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package spine.dicom.pixel;
