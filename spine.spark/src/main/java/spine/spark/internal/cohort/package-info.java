/**
 * A cohort spread over executors: {@link spine.spark.internal.cohort.CohortRun} finds the studies, asks executors whether they can work,
 * has each study scored in a {@link spine.spark.internal.cohort.StudyTask} of its own, and writes the tables of the whole.
 */
package spine.spark.internal.cohort;
