/**
 * Truths and reports, read and paired by study: {@link spine.evaluate.internal.study.CohortReader} gives the {@link
 * spine.evaluate.internal.study.Cohort} that all metrics rest on, and names every study that cannot be compared, with the
 * reason.
 */
package spine.evaluate.internal.study;
