package spine.anatomy.internal;

import java.util.Arrays;
import java.util.List;

/**
 * Log-likelihoods of the steps by which the bodies of a column are told off against the levels C2 (0) to S1 (23): a body may
 * be one level, hide a boundary that was not found and be two or three, be half a level because a boundary was made up, or be
 * no level of the table at all.
 */
final class LevelModel {
    private static final double CLASS_SEEN = 5;
    private static final double CLASS_MISSED = 2;
    private static final double PITCH_SD = 0.085;
    private static final double DEPTH_SD = 0.1;
    private static final double DEPTH_WEIGHT = 0.6;
    private static final double DISC_SD = 0.35;
    private static final double DISC_WEIGHT = 0.25;
    private static final double TILT_SD = 14;
    private static final double TILT_WEIGHT = 0.2;
    private static final double TAIL = 4;
    private static final double BOUNDARY_MISSED = 5;
    private static final double DISC_MADE_UP = 6;
    private static final double WAIST_MADE_UP = 3;
    private static final double GUESS_MADE_UP = 1.5;
    private static final double MISCOUNT = 9;
    private static final double VARIANT = 5;
    private static final double LOST_BETWEEN_STATIONS = 2.5;
    private static final double NAMELESS = 1.2;
    private static final double BEYOND_SACRUM = 2.5;
    private static final double CLASS_BEYOND_SACRUM = 4;
    private static final double OPEN_END = 0.9;
    private static final double LONGEST_OPEN_END = 2.5;

    private final Evidence evidence;
    private final boolean knowsC2;
    private final boolean knowsS1;
    private final ColumnEnds ends;
    private final Item[] body;
    private final Item[] pair;
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

    LevelModel(Column column, Evidence evidence) {
        this.evidence = evidence;
        knowsC2 = evidence.upper() && column.chains().stream().anyMatch(chain -> chain.map().knowsC2());
        knowsS1 = evidence.lower() && column.chains().stream().anyMatch(chain -> chain.map().knowsS1());
        ends = ColumnEnds.of(column);
        int n = column.bodies();
        body = new Item[n];
        pair = new Item[n - 1];
        logDisc = new double[n];
        madeUp = new double[n - 1];
        joint = new boolean[n - 1];
        Arrays.fill(logDisc, Double.NaN);
        for (int g = 0; g < n; g++) {
            body[g] = column.body(g) == null ? null : Item.of(column.body(g));
        }
        for (int g = 0; g < n - 1; g++) {
            List<Boundary> views = column.boundary(g);
            joint[g] = views.isEmpty() || column.doubtfulJoints().contains(g);
            boolean seen = views.stream().anyMatch(Boundary::seen);
            madeUp[g] = joint[g] ? LOST_BETWEEN_STATIONS : seen ? DISC_MADE_UP
                    : views.stream().anyMatch(Boundary::narrow) ? WAIST_MADE_UP : GUESS_MADE_UP;
            logDisc[g] = seen ? Math.log(views.stream().filter(Boundary::seen).findFirst().orElseThrow().heightMm()) : Double.NaN;
            if (body[g] != null && body[g + 1] != null) {
                pair[g] = Item.of(column.body(g), column.body(g + 1));
            }
        }
    }

    int bodies() {
        return body.length;
    }

    /** Body g is this level and no other. */
    double named(int g, int level, Build build) {
        Item seen = body[g];
        if (seen == null) {
            return end(g, g, level);
        }
        double score = end(g, g, level) + fit(seen, level, build);
        if (level < LevelTable.S1 && !Double.isNaN(logDisc[g])) {
            score -= DISC_WEIGHT * cost((logDisc[g] - build.logDisc(level)) / DISC_SD);
        }
        return score;
    }

    /** Body g is these neighbouring levels, with the boundaries between them missed. */
    double several(int g, int first, int last, Build build) {
        Item seen = body[g];
        if (seen == null || Double.isNaN(seen.logPitch()) || first == 0 || last == LevelTable.S1) {
            return Double.NEGATIVE_INFINITY;
        }
        return anchors(seen, first, last) - depth(seen, (first + last) / 2, build)
                - cost((seen.logPitch() - build.logPitch(first, last)) / PITCH_SD) - BOUNDARY_MISSED * (last - first);
    }

    /** Bodies g and g + 1 are one, with a boundary made up between them. */
    double joined(int g, int level, Build build) {
        return pair[g] == null ? Double.NEGATIVE_INFINITY : end(g, g + 1, level) + fit(pair[g], level, build) - madeUp[g];
    }

    /** Body g is no level of the table; the next one has this level (24: it lies below S1). */
    double nameless(int g, int next) {
        if (body[g] == null) {
            return -LOST_BETWEEN_STATIONS;
        }
        boolean beyond = next > LevelTable.S1;
        double marks = 0;
        if (body[g].present()) {
            marks = (knowsC2 ? CLASS_SEEN * body[g].c2() : 0)
                    + (knowsS1 ? (beyond ? CLASS_BEYOND_SACRUM : CLASS_SEEN) * body[g].s1() : 0);
        }
        boolean variant = next == LevelTable.T12 + 1 || next == LevelTable.S1;
        return -(beyond ? BEYOND_SACRUM : variant ? VARIANT : MISCOUNT) - NAMELESS - marks;
    }

    /** No body was found for this level, which lies between bodies g - 1 and g. */
    double lacking(int g, int level) {
        return g > 0 && joint[g - 1] ? -LOST_BETWEEN_STATIONS
                : level == LevelTable.T12 || level == LevelTable.L5 ? -VARIANT : -MISCOUNT;
    }

    private double fit(Item seen, int level, Build build) {
        double score = anchors(seen, level, level) - depth(seen, level, build);
        if (!Double.isNaN(seen.logPitch())) {
            score -= TILT_WEIGHT * cost((seen.tilt() - LevelTable.tilt(level)) / TILT_SD);
            if (level > 0 && level < LevelTable.S1) {
                score -= cost((seen.logPitch() - build.logPitch(level, level)) / PITCH_SD);
            }
        }
        return score;
    }

    private double anchors(Item seen, int first, int last) {
        if (!seen.present()) {
            return 0;
        }
        return (knowsC2 ? anchor(first == 0, seen.c2()) : 0) + (knowsS1 ? anchor(last == LevelTable.S1, seen.s1()) : 0);
    }

    private static double anchor(boolean isAnchor, double share) {
        return isAnchor ? -CLASS_MISSED * (1 - share) : -CLASS_SEEN * share;
    }

    /** A column that ends in the middle of the picture ends with C2 or S1, or not far from them. */
    private double end(int first, int last, int level) {
        double score = 0;
        if (first == 0 && evidence.upper() && ends.openAbove()) {
            score -= Math.min(LONGEST_OPEN_END, OPEN_END * level);
        }
        if (last == body.length - 1 && evidence.lower() && ends.openBelow()) {
            score -= Math.min(LONGEST_OPEN_END, OPEN_END * (LevelTable.S1 - level));
        }
        return score;
    }

    private static double depth(Item seen, int level, Build build) {
        return Double.isNaN(seen.logDepth()) || level == 0 || level == LevelTable.S1 ? 0
                : DEPTH_WEIGHT * cost((seen.logDepth() - build.logDepth(level)) / DEPTH_SD);
    }

    /** Quadratic near the middle, linear far from it: a collapsed vertebra is rare, not impossible. */
    private static double cost(double z) {
        return z * z / 2 / (1 + Math.abs(z) / TAIL);
    }

    /** What is seen of one body, or of two taken for one. */
    private record Item(boolean present, double c2, double s1, double logPitch, double logDepth, double tilt) {

        static Item of(BodyEvidence seen) {
            return new Item(seen.present(), seen.c2(), seen.s1(), Math.log(seen.pitchMm()), Math.log(seen.depthMm()),
                    seen.tiltDegrees());
        }

        static Item of(BodyEvidence above, BodyEvidence below) {
            double share = above.volumeMm3() / (above.volumeMm3() + below.volumeMm3() + 1);
            return new Item(above.present() || below.present(), share * above.c2() + (1 - share) * below.c2(),
                    share * above.s1() + (1 - share) * below.s1(), Math.log(above.pitchMm() + below.pitchMm()),
                    Math.log(below.depthMm()), (above.tiltDegrees() + below.tiltDegrees()) / 2);
        }
    }
}
