/**
 * A cohort on a cluster: {@link spine.spark.ScoreCohort} is what {@code spark-submit} runs. {@code internal.cohort} spreads the studies,
 * {@code internal.platform} holds the platform in each process.
 */
package spine.spark;
