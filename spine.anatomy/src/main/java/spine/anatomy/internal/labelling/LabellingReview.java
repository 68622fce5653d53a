package spine.anatomy.internal.labelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import spine.anatomy.internal.tracing.BodyEvidence;
import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.Levels;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.Vertebra;
import spine.common.text.Decimals;

/** Checks the labels of a column by counting and by shape: lowers the confidence where they are in doubt, and warns. */
final class LabellingReview {
    /** Highest confidence of labels below a miscount. Origin: first version. */
    private static final double DOUBTFUL = 0.5;
    /**
     * Least inclination of the disc above S1 that is not in doubt, degrees. Origin: real development set, where L5/S1 has 15 to 75 (median
     * 29) and L4/5 -5 to 26 (median 9).
     */
    private static final double LEAST_SACRAL_SLOPE = 18;
    /** Share of class S1 from which a body that is not S1 puts it in doubt. Origin: real development set. */
    private static final double RIVAL_SHARE = 0.4;
    /** Least bone of such a body, as a share of the largest above it. Origin: real development set. */
    private static final double RIVAL_VOLUME = 0.15;
    /** Highest confidence of labels where the counts from C2 and S1 disagree. Origin: disputed counts. */
    private static final double DISPUTED = 0.6;
    /** Highest confidence of labels with neither C2 nor S1 in view, or of one end that shapes contradict. Origin: bench 1. */
    private static final double UNANCHORED = 0.5;
    /**
     * Share of people with five lumbar vertebrae, roughly. Literature: 7.7 % have a vertebra more or fewer (Tins, PMID 26873359); about
     * half of them are taken to be lumbar.
     */
    private static final double FIVE_LUMBAR = 1 - 0.077 / 2;
    /** Confidence below which the reader is warned. Origin: real development set. */
    private static final double SURE = 0.75;
    /** Confidence from which labels by shape alone may contradict. Origin: bench 2. */
    private static final double CLEAR = 0.85;

    private final SpinalColumn column;
    private final int[] level;
    private final Levels levels;
    private final LabelSequence labels;
    private final double[] confidence;
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    LabellingReview(SpinalColumn column, LabelAssignment assignment) {
        this.column = column;
        level = assignment.level();
        levels = assignment.levels();
        labels = new LabelSequence(level, levels);
        confidence = assignment.confidence().clone();
        Anchors anchors = Anchors.of(column);
        boolean c2Seen = anchors.c2() >= 0 && level[anchors.c2()] == 0;
        boolean s1Seen = anchors.s1() >= 0 && level[anchors.s1()] == levels.s1();
        checkCount(anchors);
        checkEnds(c2Seen, s1Seen);
        checkRivals(c2Seen);
        checkSacralSlope(c2Seen);
        // across stations that hardly overlap a vertebra may be missed or seen twice
        column.doubtfulJoints().stream().min(Integer::compare).ifPresent(joint -> cap(joint, DISPUTED));
        reportVariant();
        reportDoubt(c2Seen, s1Seen);
        warnings.addAll(new UnseenStructures(column, level, levels).warnings());
    }

    /** Per body, 0..1. */
    double[] confidence() {
        return confidence;
    }

    /** That of the least sure name, 0..1. */
    double least() {
        double least = 1;
        for (int g = 0; g < level.length; g++) {
            least = level[g] < 0 ? least : Math.min(least, confidence[g]);
        }
        return least;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void checkCount(Anchors anchors) {
        int doubtful = labels.firstDoubt();
        if (anchors.both() && anchors.s1() - anchors.c2() != levels.s1()) {
            warnings.add("Counting down from C2 and up from S1 disagree: there seem to be " + (anchors.s1() - anchors.c2() - 1)
                    + " vertebrae from C3 to L5 instead of 22; names "
                    + (doubtful < 0 ? "are" : "from " + labels.nameFrom(doubtful) + " on are") + " doubtful.");
            doubtful = Math.max(0, doubtful);
            cap(anchors.c2() + 1, DISPUTED);
        } else if (doubtful >= 0) {
            warnings.add("The number of vertebrae is unusual or one was missed; names from " + labels.nameFrom(doubtful)
                    + " on are doubtful.");
        }
        if (doubtful >= 0) {
            cap(doubtful, DOUBTFUL);
        }
    }

    private void checkEnds(boolean c2Seen, boolean s1Seen) {
        boolean fromS1 = IntStream.of(level).anyMatch(l -> l == levels.s1());
        if (!c2Seen && fromS1) {
            notes.add("Counted from S1, five lumbar vertebrae assumed: C2 is not in view.");
            for (int g = 0; g < confidence.length; g++) {
                confidence[g] *= FIVE_LUMBAR;
            }
        } else if (!c2Seen) {
            cap(0, UNANCHORED);
        }
        if (c2Seen != s1Seen) {
            int shift = shiftByShape();
            if (shift != 0) {
                warnings.add("Sizes and shapes of the vertebrae speak for names " + Math.abs(shift) + " level"
                        + (Math.abs(shift) > 1 ? "s" : "") + (shift > 0 ? " lower" : " higher") + " than counting from "
                        + (c2Seen ? "C2" : "S1") + " gives; names are doubtful.");
                cap(0, UNANCHORED);
            }
        }
    }

    /** Counted from S1 alone: a disc above it that is hardly inclined may as well be L4/5, with the image cut below L5. */
    private void checkSacralSlope(boolean c2Seen) {
        for (int g = 1; g < level.length && !c2Seen; g++) {
            if (level[g] == levels.s1()) {
                double slope = column.boundary(g - 1).stream().filter(Boundary::seen).mapToDouble(Boundary::slopeDegrees).max()
                        .orElse(Double.NaN);
                if (slope < LEAST_SACRAL_SLOPE) {
                    cap(0, DISPUTED);
                }
            }
        }
    }

    /** Where two bodies look like S1 to the model, the count may be off by one from the place on where people differ. */
    private void checkRivals(boolean c2Seen) {
        double largest = 0;
        for (int g = 0; g < level.length; g++) {
            BodyEvidence body = column.body(g);
            boolean whole = body != null && body.present() && body.volumeMm3() > RIVAL_VOLUME * largest;
            largest = body == null ? largest : Math.max(largest, body.volumeMm3());
            if (whole && body.s1() > RIVAL_SHARE && (level[g] < 0 || level[g] != levels.s1())) {
                warnings.add("Two vertebrae look like S1; names " + (c2Seen ? "from T12 on are" : "are") + " doubtful.");
                cap(c2Seen ? first(Vertebra.T12) : 0, DISPUTED);
                return;
            }
        }
    }

    /** The first body that is this vertebra or lies below it. */
    private int first(Vertebra vertebra) {
        int g = 0;
        while (g < level.length && (level[g] < 0 || levels.at(level[g]).compareTo(vertebra) < 0)) {
            g++;
        }
        return g;
    }

    private void reportVariant() {
        if (levels.variant() != NumericalVariant.USUAL) {
            warnings.add("Counted from C2 to S1 there are " + (levels.count() - 2) + " vertebrae in between instead of 22: "
                    + switch (levels.variant()) {
                        case T13 -> "the extra one is taken for T13, which could as well be L6";
                        case L6 -> "the extra one is taken for L6, which could as well be T13";
                        case NO_T12 -> "T12 is taken for the missing one, which could as well be L5";
                        default -> "L5 is taken for the missing one, which could as well be T12";
                    } + "; the least sure name below T11 has a confidence of " + rounded(least()) + ".");
        }
    }

    /** The last word: a probability that is too low for the names to be used unseen. */
    private void reportDoubt(boolean c2Seen, boolean s1Seen) {
        double least = least();
        if (least < SURE && warnings.isEmpty()) {
            warnings.add("The names of the levels are doubtful, with a probability of " + rounded(least) + " that all are right: "
                    + (c2Seen ? "the vertebrae below C2 could not be counted for certain."
                    : s1Seen ? "C2 is not in view, and what is taken for S1 does not look like it in every respect."
                    : "neither C2 nor S1 was recognised for certain, so that sizes and curvature had to decide."));
        }
    }

    private static String rounded(double probability) {
        return Decimals.fixed(probability, 2, "");
    }

    /** By how many levels the labels would differ by shape alone; 0 if shapes are not clear enough to contradict. */
    private int shiftByShape() {
        LabelAssignment byShape = LabelAssignment.of(new LabelLikelihood(column, Evidence.SHAPE_ONLY), Set.of(levels.variant()));
        int middle = level.length / 2;
        boolean clear = byShape.level()[middle] >= 0 && level[middle] >= 0 && byShape.confidence()[middle] > CLEAR;
        return clear ? byShape.level()[middle] - level[middle] : 0;
    }

    private void cap(int from, double most) {
        for (int g = from; g < confidence.length; g++) {
            confidence[g] = Math.min(confidence[g], most);
        }
    }
}
