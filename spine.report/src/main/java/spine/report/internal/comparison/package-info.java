/**
 * Change over time: {@link spine.report.internal.comparison.ResultComparison} reads results of one patient and writes what has changed
 * between them. What that is says the package {@code change}, from archived results alone; {@code picture} has the same anatomy at several
 * times, {@code page} the page and {@code table} the files for programs.
 */
package spine.report.internal.comparison;
