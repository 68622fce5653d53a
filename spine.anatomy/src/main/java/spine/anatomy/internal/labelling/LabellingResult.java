package spine.anatomy.internal.labelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spine.anatomy.internal.labelling.LabelLikelihood.Evidence;
import spine.anatomy.internal.tracing.BodyEvidence;
import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.Morphometry;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;

/**
 * The names given to a column, how much they may be trusted, and what the reader of the report has to know.
 *
 * @param column the column as it was named: boundaries that were missed or made up are mended
 * @param naming names; confidence already lowered where counting is in doubt
 * @param warnings sentences
 */
public record LabellingResult(SpinalColumn column, LabelAssignment naming, List<String> warnings) {
    private static final double ANCHOR_SHARE = 0.5;
    private static final double DOUBTFUL = 0.5;
    private static final double DISPUTED = 0.6;
    private static final double CLEAR = 0.85;
    private static final double UNANCHORED = 0.5;
    private static final int FARTHEST_FROM_END = 3;
    private static final int REPAIRS = 2;
    private static final double SHIFT_WORTH_TELLING_MM = 5;

    public static LabellingResult of(SpinalColumn merged) {
        SpinalColumn column = merged;
        LabelAssignment naming = LabelAssignment.of(new LabelLikelihood(column, Evidence.BOTH_ENDS));
        List<String> warnings = new ArrayList<>();
        for (int round = 0; round < REPAIRS && !naming.miscounted().isEmpty(); round++) {
            column = ColumnRepair.repaired(column, naming);
            naming = LabelAssignment.of(new LabelLikelihood(column, Evidence.BOTH_ENDS));
        }
        int c2 = anchor(column, true);
        int s1 = anchor(column, false);
        int[] level = naming.level();
        double[] confidence = naming.confidence().clone();
        int doubtful = firstDoubt(level);
        boolean complete = level[0] == 0 && Arrays.stream(level).anyMatch(l -> l == Morphometry.S1);
        if (c2 >= 0 && s1 >= 0 && s1 - c2 != Morphometry.S1) {
            warnings.add("Counting down from C2 and up from S1 disagree: there seem to be " + (s1 - c2 - 1)
                    + " vertebrae from C3 to L5 instead of 22; names "
                    + (doubtful < 0 ? "are" : "from " + name(level, doubtful) + " on are") + " doubtful.");
            doubtful = Math.max(0, doubtful);
            cap(confidence, c2 + 1, DISPUTED);
        } else if (doubtful >= 0) {
            warnings.add("The number of vertebrae is unusual or one was missed; names from " + name(level, doubtful)
                    + " on are doubtful.");
        }
        if (doubtful >= 0) {
            cap(confidence, doubtful, DOUBTFUL);
        }
        boolean above = c2 >= 0 && level[c2] == 0;
        boolean below = s1 >= 0 && level[s1] == Morphometry.S1;
        if (!above && !below) {
            warnings.add("Neither C2 nor S1 was recognised: levels were named by size and curvature only.");
            cap(confidence, 0, complete ? DISPUTED : UNANCHORED);
        } else if (!above || !below) {
            int shift = shiftBySize(column, level);
            if (shift != 0) {
                warnings.add("Sizes and shapes of the vertebrae speak for names " + Math.abs(shift) + " level"
                        + (Math.abs(shift) > 1 ? "s" : "") + (shift > 0 ? " lower" : " higher") + " than counting from "
                        + (above ? "C2" : "S1") + " gives; names are doubtful.");
                cap(confidence, 0, UNANCHORED);
            }
        }
        for (int g = 0; g < level.length; g++) {
            if (level[g] < 0) {
                warnings.add("A vertebra " + place(level, g) + " was left without a name.");
            } else if (column.body(g) == null || !column.body(g).present()) {
                boolean inside = g > 0 && g < level.length - 1;
                if (inside) {
                    warnings.add("No vertebral body was seen at " + Vertebra.values()[level[g]] + "; it was counted all the same.");
                }
            }
            if (g < level.length - 1 && level[g] >= 0 && level[g + 1] == level[g] + 1
                    && column.boundary(g).stream().noneMatch(Boundary::seen)) {
                warnings.add("No disc was seen at " + new DiscLevel(Vertebra.values()[level[g]]) + "; its place was estimated.");
            }
        }
        if (column.largestShiftMm() > SHIFT_WORTH_TELLING_MM) {
            warnings.add("The patient seems to have moved by about " + Math.round(column.largestShiftMm())
                    + " mm between stations.");
        }
        if (!column.doubtfulJoints().isEmpty()) {
            warnings.add("The stations do not overlap well enough to count across them with certainty.");
        }
        return new LabellingResult(column, naming.with(confidence), List.copyOf(warnings));
    }

    /** By how many levels the names would differ if sizes alone decided; 0 if they are not clear enough to contradict. */
    private static int shiftBySize(SpinalColumn column, int[] level) {
        LabelAssignment bySize = LabelAssignment.of(new LabelLikelihood(column, Evidence.SIZES));
        int middle = level.length / 2;
        boolean clear = bySize.level()[middle] >= 0 && level[middle] >= 0 && bySize.confidence()[middle] > CLEAR;
        return clear ? bySize.level()[middle] - level[middle] : 0;
    }

    private static void cap(double[] confidence, int from, double most) {
        for (int g = from; g < confidence.length; g++) {
            confidence[g] = Math.min(confidence[g], most);
        }
    }

    /** The body at the end of the column that is mostly C2 (or S1), -1 if there is none. */
    private static int anchor(SpinalColumn column, boolean upper) {
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

    /** The first body at which the names do not simply count on, -1 if they do throughout. */
    private static int firstDoubt(int[] level) {
        int top = 0;
        while (top < level.length - 1 && level[top] < 0) {
            top++;
        }
        // Pieces of the dens above C2 put no name in doubt.
        for (int g = level[top] == 0 ? top + 1 : 1; g < level.length; g++) {
            boolean belowSacrum = level[g] < 0 && level[g - 1] == Morphometry.S1;
            if (belowSacrum) {
                return -1;
            }
            if (level[g] != level[g - 1] + 1 || level[g - 1] < 0) {
                return g;
            }
        }
        return -1;
    }

    private static String name(int[] level, int g) {
        for (int i = g; i < level.length; i++) {
            if (level[i] >= 0) {
                return Vertebra.values()[level[i]].name();
            }
        }
        return "the last named vertebra";
    }

    private static String place(int[] level, int g) {
        for (int i = g; i >= 0; i--) {
            if (level[i] >= 0) {
                return "below " + Vertebra.values()[level[i]];
            }
        }
        return "above " + name(level, g);
    }
}
