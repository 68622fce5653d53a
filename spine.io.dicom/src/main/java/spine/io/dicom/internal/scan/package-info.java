/**
 * What lies in a location: walks its files and sorts their headers into studies and series. Decides nothing on what is scored: that is
 * the matter of the selection.
 */
package spine.io.dicom.internal.scan;
