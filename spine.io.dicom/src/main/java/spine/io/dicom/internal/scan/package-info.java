/**
 * What lies in a location: walks its files, reads the headers up to the pixels and sorts them into studies and series, each
 * with its contrast and anatomical plane. Decides nothing: that is the matter of the selection.
 */
package spine.io.dicom.internal.scan;
