/**
 * The whole result in full precision, {@code result.json.gz}: what {@code report.json} rounds and the masks do not hold, so that a
 * result can be corrected and scored again. For spine alone; other programs read {@code report.json}.
 */
package spine.report.internal.archive;
