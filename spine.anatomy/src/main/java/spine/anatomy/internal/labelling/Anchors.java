package spine.anatomy.internal.labelling;

import spine.anatomy.internal.tracing.BodyEvidence;

/**
 * The bodies at the ends of a column that the model takes for C2 and for S1.
 *
 * @param c2 index of the body that is mostly of class C2, -1 if none of the uppermost is
 * @param s1 index of the body that is mostly of class S1, -1 if none of the lowest is
 */
record Anchors(int c2, int s1) {
    /** Share of class C2 or S1 from which a body counts as C2 or S1. Origin: bench 2. */
    private static final double SHARE = 0.5;
    /** Bodies from an end of the column among which C2 or S1 is looked for. Origin: bench 2. */
    private static final int FARTHEST_FROM_END = 3;

    static Anchors of(SpinalColumn column) {
        return new Anchors(anchor(column, true), anchor(column, false));
    }

    private static int anchor(SpinalColumn column, boolean upper) {
        int beyond = 0;
        for (int i = 0; i < column.bodies() && beyond < FARTHEST_FROM_END; i++) {
            int g = upper ? i : column.bodies() - 1 - i;
            BodyEvidence body = column.body(g);
            if (body != null && body.present()) {
                if ((upper ? body.c2() : body.s1()) > SHARE) {
                    return g;
                }
                beyond++;
            }
        }
        return -1;
    }

    /** Whether the vertebrae can be counted from end to end. */
    boolean both() {
        return c2 >= 0 && s1 >= 0;
    }
}
