/** The report for paper: {@link spine.report.internal.print.PrintPage} has the values of its template. */
package spine.report.internal.print;
