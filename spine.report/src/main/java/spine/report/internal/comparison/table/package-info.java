/** The figures of a comparison for programs: {@code comparison.csv} and {@code comparison.json}, of the same rows. */
package spine.report.internal.comparison.table;
