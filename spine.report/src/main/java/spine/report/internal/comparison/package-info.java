/**
 * Change over time: what {@code comparison.html} and the tables beside it say of results of one patient. {@link
 * spine.report.internal.comparison.ResultComparison} is the service; {@link spine.report.internal.comparison.Comparison} holds all that is
 * found out, from archived results alone: {@link spine.report.internal.comparison.IndexSeries} the scores, {@link
 * spine.report.internal.comparison.LesionTrack} the lesions, {@link spine.report.internal.comparison.MeasurementError} from which change on
 * it is one. Pictures are drawn by the package {@code picture}, files written by {@code output}.
 */
package spine.report.internal.comparison;
