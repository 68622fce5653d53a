package spine.anatomy.internal.labelling;

import java.util.List;

/**
 * The labels of a column, how far they can be trusted, and what the reader of the report has to know.
 *
 * @param column the labelled column: missed and spurious boundaries are corrected
 * @param assignment labels; confidence already lowered where counting is in doubt
 * @param warnings sentences
 */
public record LabellingResult(SpinalColumn column, LabelAssignment assignment, List<String> warnings) {
    /** Most rounds of correcting the boundaries and labelling again. Origin: bench 1. */
    private static final int REPAIRS = 2;

    /** Labels a column whose stations are merged. */
    public static LabellingResult of(SpinalColumn merged) {
        SpinalColumn column = merged;
        LabelAssignment assignment = label(column);
        for (int round = 0; round < REPAIRS && !assignment.miscounted().isEmpty(); round++) {
            column = ColumnRepair.repaired(column, assignment);
            assignment = label(column);
        }
        LabellingReview review = new LabellingReview(column, assignment);
        return new LabellingResult(column, assignment.with(review.confidence()), review.warnings());
    }

    private static LabelAssignment label(SpinalColumn column) {
        return LabelAssignment.of(new LabelLikelihood(column, Evidence.ALL));
    }
}
