/**
 * What a written report says, read again: {@link spine.report.internal.summary.StudySummary} from {@code report.json}, without images and
 * masks. For pages on many results, which are written long after them.
 */
package spine.report.internal.summary;
