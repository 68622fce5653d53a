/**
 * From the result of the models and what a person edited to a corrected result. {@link spine.pipeline.correction.EditedMasks} reads
 * the masks, {@link spine.pipeline.correction.EditedAnatomy} measures bodies and discs that were drawn anew,
 * {@link spine.pipeline.correction.Renaming} counts the levels from the names that are given,
 * {@link spine.pipeline.correction.OedemaComparison} tells the regions of the person from those of the models.
 * {@link spine.pipeline.correction.CorrectedStudy} puts them together; begin reading there.
 */
package spine.pipeline.correction;
