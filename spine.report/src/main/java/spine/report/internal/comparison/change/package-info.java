/**
 * What has changed between results: {@link spine.report.internal.comparison.change.Comparison} holds all of it, {@link
 * spine.report.internal.comparison.change.IndexSeries} the scores, {@link spine.report.internal.comparison.change.LesionTrack} the lesions,
 * {@link spine.report.internal.comparison.change.MeasurementError} from which size on a change is one, {@link
 * spine.report.internal.comparison.change.Checks} what makes the comparison doubtful. Knows nothing of images.
 */
package spine.report.internal.comparison.change;
