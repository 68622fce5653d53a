/**
 * Studies scored one by one, whoever asks: {@link spine.app.internal.batch.StudyAttempt} says of each what became of it, and
 * {@link spine.app.internal.batch.BatchTables} joins their tables. {@link spine.app.internal.batch.EmbeddedCohort} offers that to a program
 * that holds the platform inside itself, the command line uses it directly.
 */
package spine.app.internal.batch;
