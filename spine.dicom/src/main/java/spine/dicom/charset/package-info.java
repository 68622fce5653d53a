/**
 * Text of data sets: the character sets of SpecificCharacterSet (0008,0005) with the code extensions of ISO 2022, decoded to
 * Unicode. Knows bytes and terms only, no data sets; a codec of another toolkit gives the same text by it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.dicom.charset;
