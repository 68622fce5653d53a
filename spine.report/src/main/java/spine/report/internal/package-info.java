/**
 * Writers of reports: one result of scoring as JSON, HTML and CSV, each a service with its format as a property. JSON and HTML share
 * {@link spine.report.internal.CardStatements} on the use of the models.
 */
package spine.report.internal;
