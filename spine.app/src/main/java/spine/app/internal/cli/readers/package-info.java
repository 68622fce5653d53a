/**
 * The command {@code reader-study}: the pipeline among readers, of synthetic patients that it makes and scores, or of real ones.
 */
package spine.app.internal.cli.readers;
