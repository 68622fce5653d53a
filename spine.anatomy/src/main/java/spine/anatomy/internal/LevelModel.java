package spine.anatomy.internal;

import java.util.List;

/**
 * Log-likelihoods of naming the bodies of a column. States 0..23 mean the body is C2..S1; state 24 + j means an extra body
 * below level j - 1 (so 24 is above C2), which gets no name.
 */
final class LevelModel {
    static final int STATES = 2 * LevelTable.LEVELS + 1;
    private static final int EXTRA = LevelTable.LEVELS;
    private static final double ANCHOR = 6;
    private static final double SIZE_SD = 0.11;
    private static final double SIZE_WEIGHT = 0.45;
    private static final double TILT_SD = 14;
    private static final double TILT_WEIGHT = 0.25;
    private static final double OUTLIER = 6;
    private static final double MISCOUNT = 10.5;
    private static final double VARIANT = 6;
    private static final double MISCOUNT_UNSURE = 3.2;
    private static final double END = 2;

    private final Column column;
    private final boolean knowsC2;
    private final boolean knowsS1;
    private final ColumnEnds ends;
    private final BodyEvidence[] body;
    private final boolean[] sure;

    LevelModel(Column column) {
        this.column = column;
        knowsC2 = column.chains().stream().anyMatch(chain -> chain.map().knowsC2());
        knowsS1 = column.chains().stream().anyMatch(chain -> chain.map().knowsS1());
        ends = ColumnEnds.of(column);
        body = new BodyEvidence[column.bodies()];
        sure = new boolean[column.bodies() - 1];
        for (int g = 0; g < body.length; g++) {
            body[g] = column.body(g);
        }
        for (int g = 0; g < sure.length; g++) {
            sure[g] = column.sure(g);
        }
    }

    int bodies() {
        return column.bodies();
    }

    /** How well body g fits the state for a patient of that size. */
    double emission(int g, int state, double scale) {
        BodyEvidence seen = body[g];
        if (seen == null) {
            return state >= EXTRA ? -1 : 0;
        }
        if (state >= EXTRA) {
            return -1 - ANCHOR * (seen.c2() + seen.s1()) * (seen.present() ? 1 : 0);
        }
        double score = size(g, seen, state, scale);
        if (seen.present()) {
            score += knowsC2 ? anchor(state == 0, seen.c2()) : 0;
            score += knowsS1 ? anchor(state == LevelTable.S1, seen.s1()) : 0;
        }
        if (g == 0 && ends.openAbove()) {
            score -= state == 0 ? 0 : state == 1 ? END / 2 : END;
        }
        if (g == column.bodies() - 1 && ends.openBelow()) {
            score -= state == LevelTable.S1 ? 0 : state == LevelTable.L5 ? END / 2 : END;
        }
        return score;
    }

    private static double anchor(boolean isAnchor, double share) {
        return isAnchor ? ANCHOR * (2 * share - 1) : -ANCHOR * share;
    }

    private double size(int g, BodyEvidence seen, int level, double scale) {
        double cost = 0;
        if (!Double.isNaN(seen.pitchMm()) && level > 0 && level < LevelTable.S1) {
            cost += SIZE_WEIGHT * squared(Math.log(seen.pitchMm() / (scale * LevelTable.pitch(level))) / SIZE_SD);
        }
        if (!Double.isNaN(seen.depthMm()) && level > 0 && level < LevelTable.S1) {
            cost += SIZE_WEIGHT * squared(Math.log(seen.depthMm() / (scale * LevelTable.depth(level))) / SIZE_SD);
        }
        if (!Double.isNaN(seen.pitchMm())) {
            cost += TILT_WEIGHT * squared((seen.tiltDegrees() - LevelTable.tilt(level)) / TILT_SD);
        }
        List<Boundary> disc = column.boundary(g);
        if (level < LevelTable.S1 && !disc.isEmpty() && disc.get(0).seen()) {
            cost += 0.2 * squared(Math.log(disc.get(0).heightMm() / (scale * LevelTable.disc(level))) / 0.3);
        }
        return -cost;
    }

    private static double squared(double z) {
        return Math.min(z * z / 2, OUTLIER);
    }

    /** How likely the first body has the state. */
    double start(int state) {
        return state < EXTRA ? 0 : state == EXTRA ? -MISCOUNT : Double.NEGATIVE_INFINITY;
    }

    /** How likely body g + 1 has state {@code to} after body g had {@code from}. */
    double transition(int g, int from, int to) {
        if (to >= EXTRA) {
            int below = to - EXTRA - 1;
            boolean follows = from == to || from == below;
            return !follows ? Double.NEGATIVE_INFINITY : below == LevelTable.S1 ? -1 : -cost(sure[g], below);
        }
        if (from >= EXTRA) {
            return to == from - EXTRA ? 0 : Double.NEGATIVE_INFINITY;
        }
        int missing = to - from - 1;
        if (missing < 0 || missing > 3) {
            return Double.NEGATIVE_INFINITY;
        }
        return -missing * cost(sure[g], to - 1);
    }

    private static double cost(boolean sure, int level) {
        boolean variant = level == LevelTable.T12 || level == LevelTable.L5;
        return !sure ? MISCOUNT_UNSURE : variant ? VARIANT : MISCOUNT;
    }
}
