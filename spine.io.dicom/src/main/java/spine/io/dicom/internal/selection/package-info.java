/**
 * Which images of a study are scored: the sagittal STIR stations, or those of the series that a person named, without what
 * shows the same anatomy twice. Says in a note why each series was chosen or not.
 */
package spine.io.dicom.internal.selection;
