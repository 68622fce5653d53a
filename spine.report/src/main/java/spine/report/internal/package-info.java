/**
 * Writers of reports: one result of scoring as JSON, HTML and CSV, each a service with its format as a property. The formats
 * share the sentences that the reader should see: {@link spine.report.internal.ReportWarnings}, and
 * {@link spine.report.internal.CardStatements} on the use of the models.
 */
package spine.report.internal;
