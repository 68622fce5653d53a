/**
 * Text of data sets: the character sets of SpecificCharacterSet (0008,0005) with the code extensions of ISO 2022, decoded to
 * Unicode. Knows bytes and terms only, no data sets.
 */
package spine.dicom.internal.charset;
