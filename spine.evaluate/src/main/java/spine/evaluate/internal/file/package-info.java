/**
 * The files of an evaluation: all metrics as CSV and JSON, and tables of studies, units and images. Names of columns and
 * members are read by other tools and stay as they are.
 */
package spine.evaluate.internal.file;
