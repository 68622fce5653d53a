/**
 * The report as a line of a table, for statistics over many studies.
 */
package spine.report.internal.csv;
