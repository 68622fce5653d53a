package spine.evaluate.internal.readerstudy;

import spine.evaluate.internal.measure.Metric;

/**
 * A figure of the paper beside ours.
 *
 * @param figure what it is
 * @param paper what the paper says
 * @param ours the same of this study, by the name of what was compared
 * @param remark what is known and not known of the paper's definition, one sentence
 */
public record PaperRow(String figure, String paper, Metric ours, String remark) {
}
