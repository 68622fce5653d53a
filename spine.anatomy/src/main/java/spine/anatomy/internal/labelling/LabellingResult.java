package spine.anatomy.internal.labelling;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import spine.api.anatomy.NumericalVariant;

/**
 * The labels of a column, how far they can be trusted, and what the reader of the report has to know.
 *
 * @param column the labelled column: missed and spurious boundaries are corrected
 * @param assignment labels; confidence already lowered where counting is in doubt
 * @param confidence probability that every name is right, 0..1
 * @param notes sentences that ask for nothing
 * @param warnings sentences
 */
public record LabellingResult(SpinalColumn column, LabelAssignment assignment, double confidence, List<String> notes,
        List<String> warnings) {
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
        return new LabellingResult(column, assignment.with(review.confidence()), review.least(), review.notes(), review.warnings());
    }

    private static LabelAssignment label(SpinalColumn column) {
        Collection<NumericalVariant> variants =
                Anchors.of(column).c2() >= 0 ? EnumSet.allOf(NumericalVariant.class) : EnumSet.of(NumericalVariant.USUAL);
        return LabelAssignment.of(new LabelLikelihood(column, Evidence.ALL), variants);
    }
}
