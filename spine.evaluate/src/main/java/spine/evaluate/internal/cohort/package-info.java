/**
 * The studies of an evaluation: truths and reports paired by study. {@link spine.evaluate.internal.cohort.CohortReader} gives the
 * {@link spine.evaluate.internal.cohort.Cohort} that all metrics rest on, and names every study that cannot be compared, with the
 * reason.
 */
package spine.evaluate.internal.cohort;
