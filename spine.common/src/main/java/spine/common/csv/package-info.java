/**
 * Tables as CSV, by Apache Commons CSV: {@link spine.common.csv.CsvText} writes lines of texts and numbers the same way for
 * every file of the platform, {@link spine.common.csv.CsvRows} reads a table with names of columns.
 * A bundle that uses this package imports {@code org.apache.commons.csv}.
 */
package spine.common.csv;
