/**
 * The page on all studies of a folder of results. {@link spine.report.internal.cohort.CohortStudies} reads the folder,
 * {@link spine.report.internal.cohort.CohortPage} and the records it holds are what {@code cohort.mustache} and its parts show, with every
 * number formatted; style sheet and script lie beside them. The script sorts, filters and counts again; without it everything is there.
 */
package spine.report.internal.cohort;
