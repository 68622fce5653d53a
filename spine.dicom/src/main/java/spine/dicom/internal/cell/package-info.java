/** From the samples of a codestream, whose precision is its own, to the cells that the header describes. */
package spine.dicom.internal.cell;
