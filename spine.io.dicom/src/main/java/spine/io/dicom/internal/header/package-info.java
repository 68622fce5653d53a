/**
 * What the header of an image says, up to its pixels: identity, place, how its contrast came about. Decides nothing: grouping is the
 * matter of the scan, choosing that of the selection.
 */
package spine.io.dicom.internal.header;
