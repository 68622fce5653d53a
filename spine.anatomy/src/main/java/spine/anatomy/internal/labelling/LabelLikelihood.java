package spine.anatomy.internal.labelling;

import java.util.List;
import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.Levels;

/**
 * Log-likelihoods of the steps of a {@link LabelTrellis}: an observation may be one level, span several because boundaries were
 * missed, be half a level because a boundary is spurious, or be no level of the table at all.
 */
final class LabelLikelihood {
    /** Cost of every boundary that is missed in solid bone. Origin: bench 1. */
    private static final double BOUNDARY_MISSED = 5;
    /** The same where at least one boundary was estimated inside. Origin: bench 2. */
    private static final double BOUNDARY_ESTIMATED = 2.5;
    /** The same where bone is missing, or where the class changes to S1. Origin: bench 2. */
    private static final double BOUNDARY_IN_GAP = 1;
    /** So near to one half the share of class S1 is where bone holds S1 and another vertebra. Origin: variants. */
    private static final double MIXED_SHARE = 0.3;
    /** Cost of a spurious boundary that disc tissue supports. Origin: bench 1. */
    private static final double SPURIOUS_DISC = 6;
    /** Cost of a spurious boundary at a waist of the bone. Origin: bench 1. */
    private static final double SPURIOUS_WAIST = 3;
    /** Cost of a spurious boundary that was only estimated. Origin: bench 1. */
    private static final double SPURIOUS_ESTIMATE = 1.5;
    /** Cost of a body too many or too few that no numerical variant explains. Origin: bench 1. */
    private static final double MISCOUNT = 9;
    /** Cost of a miscount between stations that hardly overlap. Origin: bench 1. */
    private static final double LOST_BETWEEN_STATIONS = 2.5;
    /** Cost of any observation without a level, besides its bodies. Origin: bench 1. */
    private static final double INSERTION = 1.2;
    /** Cost of a body below S1. Origin: bench 1. */
    private static final double BEYOND_SACRUM = 2.5;
    /** Cost of so little bone below S1 that it is no body. Origin: real development set. */
    private static final double CRUMBS = 0.5;
    /** Cost of a body above C2: dens, atlanto-axial joint and cartilage look like a body and a disc. Origin: dens. */
    private static final double BEYOND_DENS = 4;

    /** {@link SacralTaper} of a lumbar vertebra from which the bone goes on below it. Origin: real development set. */
    private static final double SOLID_BELOW = 0.8;
    private final ShapeLikelihood shape;
    private final EndLikelihood ends;
    private final List<Observation> observations;
    private final Observation[] pair;
    private final double[] logDisc;
    private final double[] bend;
    private final double taper;
    private final double[] spuriousCost;
    private final boolean[] doubtfulJoint;

    /** @param evidence what the levels are found by */
    LabelLikelihood(SpinalColumn column, Evidence evidence) {
        boolean all = evidence == Evidence.ALL;
        shape = new ShapeLikelihood(all && column.chains().stream().anyMatch(chain -> chain.map().knowsC2()),
                all && column.chains().stream().anyMatch(chain -> chain.map().knowsS1()));
        observations = Observation.of(column);
        int n = observations.size();
        logDisc = new double[n];
        bend = new double[n];
        taper = all ? taper(column, observations.get(n - 1).firstBody()) : Double.NaN;
        double above = Double.NaN;
        spuriousCost = new double[n];
        doubtfulJoint = new boolean[n];
        pair = new Observation[n];
        for (int k = 0; k < n; k++) {
            int g = observations.get(k).lastBody();
            List<Boundary> views = k < n - 1 ? column.boundary(g) : List.of();
            List<Boundary> seen = views.stream().filter(Boundary::seen).toList();
            doubtfulJoint[k] = k < n - 1 && (views.isEmpty() || column.doubtfulJoints().contains(g));
            spuriousCost[k] = doubtfulJoint[k] ? LOST_BETWEEN_STATIONS : seen.isEmpty() ? SPURIOUS_WAIST : SPURIOUS_DISC;
            double slope = seen.isEmpty() ? Double.NaN : seen.get(0).slopeDegrees();
            bend[k] = slope - above;
            above = slope;
            logDisc[k] = seen.isEmpty() ? Double.NaN : Math.log(seen.get(0).heightMm());
            pair[k] = k < n - 1 ? observations.get(k).with(observations.get(k + 1)) : null;
        }
        ends = new EndLikelihood(all ? ColumnEnds.of(column) : ColumnEnds.UNKNOWN, all && Anchors.of(column).c2() < 0,
                taper > SOLID_BELOW, n - 1);
    }

    /** By the lowest stack that shows the boundary above the body. */
    private static double taper(SpinalColumn column, int body) {
        double taper = Double.NaN;
        for (int c = 0; c < column.chains().size(); c++) {
            int k = body - 1 - column.offsets()[c];
            if (k >= 0 && k < column.chains().get(c).boundaries().size()) {
                taper = SacralTaper.of(column.chains().get(c), k);
            }
        }
        return taper;
    }

    /** From head to foot. */
    List<Observation> observations() {
        return observations;
    }

    /** Observation k is one level. */
    double match(int k, int level, BodyHabitus habitus) {
        Observation seen = observations.get(k);
        double score = ends.of(k, k, level, level, habitus);
        if (!seen.known()) {
            return score;
        }
        if (k == observations.size() - 1) {
            score -= ShapeLikelihood.taperCost(taper, level == habitus.levels().s1());
        }
        score += shape.oneLevel(seen, level, habitus) - SPURIOUS_ESTIMATE * (seen.bodies() - 1);
        if (level < habitus.levels().s1() && !Double.isNaN(logDisc[k])) {
            score -= shape.discCost(logDisc[k], level, habitus);
        }
        if (level > 0 && level < habitus.levels().s1() && !Double.isNaN(bend[k])) {
            score -= shape.bendCost(bend[k], level, habitus);
        }
        return score;
    }

    /** Observation k spans these neighbouring levels; the boundaries between them are at best estimated. */
    double span(int k, int first, int last, BodyHabitus habitus) {
        Observation seen = observations.get(k);
        int hidden = last - first;
        boolean measured = !Double.isNaN(seen.logPitch());
        if (!seen.known() || !measured && hidden >= seen.bodies() || measured && (first == 0 || last == habitus.levels().s1())) {
            return Double.NEGATIVE_INFINITY;
        }
        boolean changes = last == habitus.levels().s1() && Math.abs(seen.s1() - 0.5) < MIXED_SHARE;
        double each = !seen.solid() || changes ? BOUNDARY_IN_GAP : seen.bodies() > 1 ? BOUNDARY_ESTIMATED : BOUNDARY_MISSED;
        double size = measured ? shape.pitchCost(seen, first, last, habitus) : SPURIOUS_ESTIMATE * (seen.bodies() - 1 - hidden);
        return ends.of(k, k, first, last, habitus) + shape.classes(seen, first, last, habitus.levels().s1())
                - shape.depthCost(seen, (first + last) / 2, habitus) - size - each * hidden;
    }

    /** Observations k and k + 1 are one level; the boundary between them is spurious. */
    double merge(int k, int level, BodyHabitus habitus) {
        return pair[k] == null ? Double.NEGATIVE_INFINITY : ends.of(k, k + 1, level, level, habitus)
                + shape.oneLevel(pair[k], level, habitus) - spuriousCost[k];
    }

    /** Observation k is no level of the table; the next one has this level (one more than S1 has: it lies below S1). */
    double insertion(int k, int next, Levels levels) {
        Observation seen = observations.get(k);
        if (!seen.known()) {
            return -LOST_BETWEEN_STATIONS;
        }
        boolean beyond = next > levels.s1();
        if (beyond && !seen.present()) {
            return -CRUMBS;
        }
        return -(beyond ? BEYOND_SACRUM : next == 0 ? BEYOND_DENS : MISCOUNT) * seen.bodies() - INSERTION
                - shape.classCost(seen, beyond);
    }

    /** No body was found for a level that lies between observations k - 1 and k. */
    double deletion(int k) {
        return k > 0 && doubtfulJoint[k - 1] ? -LOST_BETWEEN_STATIONS : -MISCOUNT;
    }
}
