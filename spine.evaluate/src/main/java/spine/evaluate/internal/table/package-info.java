/**
 * CSV files that people write: scores of several readers, and groups of studies. Whatever is wrong in them is told with its
 * line.
 */
package spine.evaluate.internal.table;
