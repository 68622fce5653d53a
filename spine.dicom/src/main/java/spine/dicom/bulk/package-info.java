/**
 * Pixel data that stays in its file: bytes at a place, and the fragments or the native value that they make up. A codec that has found
 * the place leaves the rest to {@link spine.dicom.bulk.PixelDataInFile}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.dicom.bulk;
