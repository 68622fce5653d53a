/**
 * What raters have said of studies: readers, the pipeline, the truth where it is known, and what follows from several readers. {@link
 * spine.evaluate.internal.reading.RatedStudies} joins all of them by study.
 */
package spine.evaluate.internal.reading;
