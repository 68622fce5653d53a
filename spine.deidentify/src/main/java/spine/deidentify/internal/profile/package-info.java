/**
 * What the basic application level confidentiality profile (DICOM PS3.15 annex E) and the options offered do with each attribute.
 * The table itself is {@code table-e1-1.csv}, attributes of vendors that are kept {@code safe-private.csv}.
 */
package spine.deidentify.internal.profile;
