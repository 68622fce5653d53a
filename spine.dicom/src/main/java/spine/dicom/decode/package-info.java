/**
 * The extension point for compressed pixels: a {@link spine.dicom.decode.FrameDecoder} turns one encoded frame into native pixels. A
 * bundle that knows a further transfer syntax, or does one better, offers it as that service.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package spine.dicom.decode;
