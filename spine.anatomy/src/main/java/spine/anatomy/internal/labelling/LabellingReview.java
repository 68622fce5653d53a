package spine.anatomy.internal.labelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spine.anatomy.internal.tracing.BodyEvidence;
import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.Morphometry;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;

/** Checks the labels of a column by counting and by shape: lowers the confidence where they are in doubt, and warns. */
final class LabellingReview {
    /** Share of class C2 or S1 from which a body counts as C2 or S1. Origin: bench 2. */
    private static final double ANCHOR_SHARE = 0.5;
    /** Bodies from an end of the column among which C2 or S1 is looked for. Origin: bench 2. */
    private static final int FARTHEST_FROM_END = 3;
    /** Highest confidence of labels below a miscount. Origin: first version. */
    private static final double DOUBTFUL = 0.5;
    /** Highest confidence of labels where the counts from C2 and S1 disagree. Origin: disputed counts. */
    private static final double DISPUTED = 0.6;
    /** Highest confidence of labels with neither C2 nor S1, or of one that shapes contradict. Origin: bench 1. */
    private static final double UNANCHORED = 0.5;
    /** Confidence from which labels by shape alone may contradict. Origin: bench 2. */
    private static final double CLEAR = 0.85;
    /** Motion between stations from which the reader is told. Origin: first version. */
    private static final double SHIFT_WORTH_TELLING_MM = 5;

    private final SpinalColumn column;
    private final int[] level;
    private final LabelSequence labels;
    private final double[] confidence;
    private final List<String> warnings = new ArrayList<>();

    LabellingReview(SpinalColumn column, LabelAssignment assignment) {
        this.column = column;
        level = assignment.level();
        labels = new LabelSequence(level);
        confidence = assignment.confidence().clone();
        int c2 = anchor(true);
        int s1 = anchor(false);
        checkCount(c2, s1);
        checkAnchors(c2 >= 0 && level[c2] == 0, s1 >= 0 && level[s1] == Morphometry.S1);
        reportMissing();
        reportStations();
    }

    /** Per body, 0..1. */
    double[] confidence() {
        return confidence;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void checkCount(int c2, int s1) {
        int doubtful = labels.firstDoubt();
        if (c2 >= 0 && s1 >= 0 && s1 - c2 != Morphometry.S1) {
            warnings.add("Counting down from C2 and up from S1 disagree: there seem to be " + (s1 - c2 - 1)
                    + " vertebrae from C3 to L5 instead of 22; names "
                    + (doubtful < 0 ? "are" : "from " + labels.nameFrom(doubtful) + " on are") + " doubtful.");
            doubtful = Math.max(0, doubtful);
            cap(c2 + 1, DISPUTED);
        } else if (doubtful >= 0) {
            warnings.add("The number of vertebrae is unusual or one was missed; names from " + labels.nameFrom(doubtful)
                    + " on are doubtful.");
        }
        if (doubtful >= 0) {
            cap(doubtful, DOUBTFUL);
        }
    }

    private void checkAnchors(boolean above, boolean below) {
        if (!above && !below) {
            boolean complete = level[0] == 0 && Arrays.stream(level).anyMatch(l -> l == Morphometry.S1);
            warnings.add("Neither C2 nor S1 was recognised: levels were named by size and curvature only.");
            cap(0, complete ? DISPUTED : UNANCHORED);
        } else if (!above || !below) {
            int shift = shiftByShape();
            if (shift != 0) {
                warnings.add("Sizes and shapes of the vertebrae speak for names " + Math.abs(shift) + " level"
                        + (Math.abs(shift) > 1 ? "s" : "") + (shift > 0 ? " lower" : " higher") + " than counting from "
                        + (above ? "C2" : "S1") + " gives; names are doubtful.");
                cap(0, UNANCHORED);
            }
        }
    }

    private void reportMissing() {
        for (int g = 0; g < level.length; g++) {
            if (level[g] < 0) {
                warnings.add("A vertebra " + labels.place(g) + " was left without a name.");
            } else if (column.body(g) == null || !column.body(g).present()) {
                boolean inside = g > 0 && g < level.length - 1;
                if (inside) {
                    warnings.add("No vertebral body was seen at " + Vertebra.ofCode(level[g] + 1) + "; it was counted all the same.");
                }
            }
            if (g < level.length - 1 && level[g] >= 0 && level[g + 1] == level[g] + 1
                    && column.boundary(g).stream().noneMatch(Boundary::seen)) {
                warnings.add("No disc was seen at " + DiscLevel.below(Vertebra.ofCode(level[g] + 1)) + "; its place was estimated.");
            }
        }
    }

    private void reportStations() {
        if (column.largestShiftMm() > SHIFT_WORTH_TELLING_MM) {
            warnings.add("The patient seems to have moved by about " + Math.round(column.largestShiftMm())
                    + " mm between stations.");
        }
        if (!column.doubtfulJoints().isEmpty()) {
            warnings.add("The stations do not overlap well enough to count across them with certainty.");
        }
    }

    /** By how many levels the labels would differ by shape alone; 0 if shapes are not clear enough to contradict. */
    private int shiftByShape() {
        LabelAssignment byShape = LabelAssignment.of(new LabelLikelihood(column, Evidence.SHAPE_ONLY));
        int middle = level.length / 2;
        boolean clear = byShape.level()[middle] >= 0 && level[middle] >= 0 && byShape.confidence()[middle] > CLEAR;
        return clear ? byShape.level()[middle] - level[middle] : 0;
    }

    private void cap(int from, double most) {
        for (int g = from; g < confidence.length; g++) {
            confidence[g] = Math.min(confidence[g], most);
        }
    }

    /** The body at the end of the column that is mostly of class C2 (or S1), -1 if there is none. */
    private int anchor(boolean upper) {
        int beyond = 0;
        for (int i = 0; i < column.bodies() && beyond < FARTHEST_FROM_END; i++) {
            int g = upper ? i : column.bodies() - 1 - i;
            BodyEvidence body = column.body(g);
            if (body != null && body.present()) {
                if ((upper ? body.c2() : body.s1()) > ANCHOR_SHARE) {
                    return g;
                }
                beyond++;
            }
        }
        return -1;
    }
}
