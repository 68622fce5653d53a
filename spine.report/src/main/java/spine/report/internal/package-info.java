/**
 * Writers of reports: one result of scoring as JSON, HTML, CSV and pictures, each a service with its format as a property, and as a page to
 * print. What JSON and pages both say is worded here: the use of the models ({@link spine.report.internal.CardStatements}), when an image
 * counts as inflamed ({@link spine.report.internal.InflammationRule}), and what came of looking for oedema ({@link spine.report.internal.StackOedema}).
 */
package spine.report.internal;
