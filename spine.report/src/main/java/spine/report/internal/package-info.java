/**
 * Writers of reports: one result of scoring as JSON, HTML and CSV, each a service with its format as a property. What JSON and HTML
 * both say is worded here: the use of the models ({@link spine.report.internal.CardStatements}), when an image counts as inflamed ({@link
 * spine.report.internal.InflammationRule}), and what came of looking for oedema ({@link spine.report.internal.StackOedema}).
 */
package spine.report.internal;
