/**
 * Writers of reports: one result of scoring as JSON, HTML and CSV, each a service with its format as a property. The formats
 * share one thing only, {@link spine.report.internal.ReportWarnings}: the sentences that the reader should see.
 */
package spine.report.internal;
