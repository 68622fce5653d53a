package spine.anatomy.internal.labelling;

import java.util.List;
import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.Morphometry;

/**
 * Log-likelihoods of the steps by which the pieces of a column are told off against the levels C2 (0) to S1 (23): a piece may
 * be one level, hide boundaries that were not found and be several, be half a level because a boundary was made up, or be no
 * level of the table at all.
 */
final class LabelLikelihood {
    private static final double CLASS_SEEN = 5;
    private static final double CLASS_MISSED = 2;
    private static final double PITCH_SD = 0.085;
    private static final double DEPTH_SD = 0.1;
    private static final double DEPTH_WEIGHT = 0.6;
    private static final double DEPTH_DOUBT = 1.5;
    private static final double DISC_SD = 0.35;
    private static final double DISC_WEIGHT = 0.25;
    private static final double TILT_SD = 14;
    private static final double TILT_WEIGHT = 0.2;
    private static final double TAIL = 4;
    private static final double SKULL_SD = 11;
    private static final double SKULL_DOUBT = 3;
    private static final double BOUNDARY_MISSED = 5;
    private static final double BOUNDARY_GUESSED = 2.5;
    private static final double BOUNDARY_IN_GAP = 1;
    private static final double DISC_MADE_UP = 6;
    private static final double WAIST_MADE_UP = 3;
    private static final double GUESS_MADE_UP = 1.5;
    private static final double MISCOUNT = 9;
    private static final double VARIANT = 5;
    private static final double LOST_BETWEEN_STATIONS = 2.5;
    private static final double NAMELESS = 1.2;
    private static final double BEYOND_SACRUM = 2.5;
    /** The dens, its joint with the atlas and cartilage in C2 look like a body and a disc. */
    private static final double BEYOND_DENS = 4;
    private static final double CLASS_BEYOND_SACRUM = 4;
    private static final double OPEN_END = 0.9;
    private static final double LONGEST_OPEN_END = 2.5;

    private final Evidence evidence;
    private final boolean knowsC2;
    private final boolean knowsS1;
    private final ColumnEnds ends;
    private final List<Observation> piece;
    private final Observation[] pair;
    private final double[] logDisc;
    private final double[] madeUp;
    private final boolean[] joint;

    /** What counting may lean on besides sizes. */
    enum Evidence {
        BOTH_ENDS, UPPER_END, LOWER_END, SIZES;

        boolean upper() {
            return this == BOTH_ENDS || this == UPPER_END;
        }

        boolean lower() {
            return this == BOTH_ENDS || this == LOWER_END;
        }
    }

    LabelLikelihood(SpinalColumn column, Evidence evidence) {
        this.evidence = evidence;
        knowsC2 = evidence.upper() && column.chains().stream().anyMatch(chain -> chain.map().knowsC2());
        knowsS1 = evidence.lower() && column.chains().stream().anyMatch(chain -> chain.map().knowsS1());
        ends = ColumnEnds.of(column);
        piece = Observation.of(column);
        int n = piece.size();
        logDisc = new double[n];
        madeUp = new double[n];
        joint = new boolean[n];
        pair = new Observation[n];
        for (int k = 0; k < n; k++) {
            int g = piece.get(k).lastBody();
            List<Boundary> views = k < n - 1 ? column.boundary(g) : List.of();
            List<Boundary> seen = views.stream().filter(Boundary::seen).toList();
            joint[k] = k < n - 1 && (views.isEmpty() || column.doubtfulJoints().contains(g));
            madeUp[k] = joint[k] ? LOST_BETWEEN_STATIONS : seen.isEmpty() ? WAIST_MADE_UP : DISC_MADE_UP;
            logDisc[k] = seen.isEmpty() ? Double.NaN : Math.log(seen.get(0).heightMm());
            pair[k] = k < n - 1 ? piece.get(k).with(piece.get(k + 1)) : null;
        }
    }

    /** The pieces of the column that are told off. */
    List<Observation> pieces() {
        return piece;
    }

    /** Observation k is one level. */
    double named(int k, int level, BodyHabitus build) {
        Observation seen = piece.get(k);
        double score = end(k, k, level, level) + canal(k, level, build);
        if (!seen.known()) {
            return score;
        }
        score += fit(seen, level, build) - GUESS_MADE_UP * (seen.bodies() - 1);
        if (level < Morphometry.S1 && !Double.isNaN(logDisc[k])) {
            score -= DISC_WEIGHT * cost((logDisc[k] - build.logDisc(level)) / DISC_SD);
        }
        return score;
    }

    /** Observation k is these neighbouring levels, with no more than guesses where the boundaries between them lie. */
    double several(int k, int first, int last, BodyHabitus build) {
        Observation seen = piece.get(k);
        int hidden = last - first;
        boolean measured = !Double.isNaN(seen.logPitch());
        if (!seen.known() || !measured && hidden >= seen.bodies() || measured && (first == 0 || last == Morphometry.S1)) {
            return Double.NEGATIVE_INFINITY;
        }
        double each = seen.whole() ? seen.bodies() > 1 ? BOUNDARY_GUESSED : BOUNDARY_MISSED : BOUNDARY_IN_GAP;
        double size = measured ? cost((seen.logPitch() - build.logPitch(first, last)) / PITCH_SD)
                : GUESS_MADE_UP * (seen.bodies() - 1 - hidden);
        return end(k, k, first, last) + canal(k, last, build) + anchors(seen, first, last) - depth(seen, (first + last) / 2, build) - size - each * hidden;
    }

    /** Pieces k and k + 1 are one level, with a boundary made up between them. */
    double joined(int k, int level, BodyHabitus build) {
        return pair[k] == null ? Double.NEGATIVE_INFINITY : end(k, k + 1, level, level) + canal(k, level, build)
                + fit(pair[k], level, build) - madeUp[k];
    }

    /** Observation k is no level of the table; the next one has this level (24: it lies below S1). */
    double nameless(int k, int next) {
        Observation seen = piece.get(k);
        if (!seen.known()) {
            return -LOST_BETWEEN_STATIONS;
        }
        boolean beyond = next > Morphometry.S1;
        double marks = 0;
        if (seen.present()) {
            marks = (knowsC2 ? CLASS_SEEN * seen.c2() : 0)
                    + (knowsS1 ? (beyond ? CLASS_BEYOND_SACRUM : CLASS_SEEN) * seen.s1() : 0);
        }
        boolean variant = next == Morphometry.T12 + 1 || next == Morphometry.S1;
        return -(beyond ? BEYOND_SACRUM : next == 0 ? BEYOND_DENS : variant ? VARIANT : MISCOUNT) * seen.bodies() - NAMELESS - marks;
    }

    /** No body was found for this level, which lies between pieces k - 1 and k. */
    double lacking(int k, int level) {
        return k > 0 && joint[k - 1] ? -LOST_BETWEEN_STATIONS
                : level == Morphometry.T12 || level == Morphometry.L5 ? -VARIANT : -MISCOUNT;
    }

    private double fit(Observation seen, int level, BodyHabitus build) {
        double score = anchors(seen, level, level) - depth(seen, level, build);
        if (!Double.isNaN(seen.logPitch())) {
            score -= TILT_WEIGHT * cost((seen.tilt() - Morphometry.tilt(level)) / TILT_SD);
            if (level > 0 && level < Morphometry.S1) {
                score -= cost((seen.logPitch() - build.logPitch(level, level)) / PITCH_SD);
            }
        }
        return score;
    }

    private double anchors(Observation seen, int first, int last) {
        if (!seen.present()) {
            return 0;
        }
        return (knowsC2 ? anchor(first == 0, seen.c2()) : 0) + (knowsS1 ? anchor(last == Morphometry.S1, seen.s1()) : 0);
    }

    private static double anchor(boolean isAnchor, double share) {
        return isAnchor ? -CLASS_MISSED * (1 - share) : -CLASS_SEEN * share;
    }

    /** A column that ends in the middle of the picture ends with C2 or S1, or not far from them. */
    private double end(int k, int lastPiece, int first, int last) {
        double score = 0;
        if (k == 0 && evidence.upper() && ends.openAbove()) {
            score -= Math.min(LONGEST_OPEN_END, OPEN_END * first);
        }
        if (lastPiece == piece.size() - 1 && evidence.lower() && ends.openBelow()) {
            score -= Math.min(LONGEST_OPEN_END, OPEN_END * (Morphometry.S1 - last));
        }
        return score;
    }

    /** The canal opens into the skull a certain way above the disc below C2, and so much higher above a lower one. */
    private double canal(int k, int last, BodyHabitus build) {
        if (k > 0 || !evidence.upper() || Double.isNaN(ends.canalAboveMm())) {
            return 0;
        }
        double z = (ends.canalAboveMm() - build.toSkull(last)) / SKULL_SD;
        return -Math.min(SKULL_DOUBT, z * z / 2);
    }

    private static double depth(Observation seen, int level, BodyHabitus build) {
        return Double.isNaN(seen.logDepth()) || level == 0 || level == Morphometry.S1 ? 0
                : Math.min(DEPTH_DOUBT, DEPTH_WEIGHT * cost((seen.logDepth() - build.logDepth(level)) / DEPTH_SD));
    }

    /** Quadratic near the middle, linear far from it: a collapsed vertebra is rare, not impossible. */
    private static double cost(double z) {
        return z * z / 2 / (1 + Math.abs(z) / TAIL);
    }
}
