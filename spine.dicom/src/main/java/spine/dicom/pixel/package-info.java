/**
 * From the pixel data of an image to numbers. Native (uncompressed) grey images are decoded; {@link spine.dicom.pixel.Compression}
 * names the transfer syntaxes that are not. A decoder for one of those belongs here.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.dicom.pixel;
