package spine.anatomy.internal.tracing;

import java.util.ArrayList;
import java.util.List;
import spine.anatomy.internal.classmap.TissueClass;

/**
 * Finds where one vertebral body ends and the next begins, as positions along the centreline. A position is supported by
 * {@link BoundaryEvidence}; its neighbours should lie as far away as bodies of this depth are high. Dynamic programming weighs
 * both, so a missed disc between two bodies is filled in and a false one inside a body is passed over.
 */
final class BoundaryFinder {
    /** Smallest distance of neighbouring boundaries, mm. Origin: first version. */
    private static final int NEAREST = 8;
    /** Largest distance of neighbouring boundaries, over what the model did not find, mm. Origin: bench 2. */
    private static final int FARTHEST = 150;
    /** Gain of a boundary per unit of evidence. Origin: first version. */
    private static final double REWARD = 4;
    /** Evidence at which a boundary costs as much as it gains. Origin: first version. */
    private static final double INDIFFERENT = 0.35;
    /** Excess length of an end that holds C2 or S1 and a whole vertebra. Origin: end boundaries. */
    private static final double MIXED = 2.2;
    /** Share of bone below which there is no body between two boundaries. Origin: first version. */
    private static final double EMPTY = 0.3;
    /** Cost of boundaries without any bone between them. Origin: first version. */
    private static final double NO_BODY = 1.2;
    /** Most that a distance without a body may cost. Origin: bench 2. */
    private static final double LONG_GAP = 3.5;
    /** Most that the distance of two boundaries with a body may cost. Origin: first version. */
    private static final double ODD_BODY = 9;
    /** Standard deviation of the logarithm of the distance, before the expected pitch is adapted. Origin: first version. */
    private static final double FIRST_SPREAD = 0.24;
    /** The same after that. Origin: first version. */
    private static final double SECOND_SPREAD = 0.16;
    /** Share of a whole cross-section that counts as full of bone. Origin: first version. */
    private static final double FULL_BODY = 0.8;
    /** Bone beyond the last boundary that is looked at, in pitches. Origin: first version. */
    private static final double END_REACH = 3;
    /** Longest end that may be one body, in pitches. Origin: first version. */
    private static final double LONGEST_END = 1.25;
    /** The same where it is S1. Origin: first version. */
    private static final double LONGEST_S1 = 1.6;
    /** Class S1 from which an end is S1, in pitches. Origin: end boundaries. */
    private static final double LEAST_S1 = 0.5;
    /** C2 or S1, and other vertebra, from which an end holds both, in pitches. Origin: end boundaries. */
    private static final double LEAST_MIXED = 0.4;
    /** Standard deviation of the length of an end, in pitches. Origin: first version. */
    private static final double END_SPREAD = 0.35;
    /** Most that an end may cost. Origin: first version. */
    private static final double HIGHEST_END_COST = 6;

    private final CrossSectionProfile profile;
    private final double[] evidence;
    private final double[] bodySum;

    private BoundaryFinder(CrossSectionProfile profile) {
        this.profile = profile;
        this.evidence = BoundaryEvidence.of(profile);
        bodySum = new double[profile.length + 1];
        for (int i = 0; i < profile.length; i++) {
            // C2 is one piece up to the tip of the dens, however long
            double fill = (profile.bone[i] - profile.area[TissueClass.C2][i]) / profile.whole[i];
            bodySum[i + 1] = bodySum[i] + Math.min(1, fill / FULL_BODY);
        }
    }

    /** @return arc lengths from head to foot, may be empty */
    static double[] find(CrossSectionProfile profile) {
        BoundaryFinder finder = new BoundaryFinder(profile);
        double[] pitch = ExpectedPitch.byDepth(profile);
        int[] first = finder.chain(pitch, FIRST_SPREAD);
        int[] second = finder.chain(ExpectedPitch.adapted(pitch, first, finder.evidence), SECOND_SPREAD);
        double[] arcs = new double[second.length];
        for (int i = 0; i < arcs.length; i++) {
            arcs[i] = second[i] + 0.5;
        }
        return arcs;
    }

    private double bodyBetween(int a, int b) {
        return (bodySum[b] - bodySum[a]) / (b - a);
    }

    private int[] chain(double[] pitch, double spread) {
        int n = profile.length;
        double[] best = new double[n];
        int[] from = new int[n];
        double[] endAbove = endCost(pitch, false);
        double[] endBelow = endCost(pitch, true);
        int end = -1;
        double top = 0;
        for (int i = 0; i < n; i++) {
            double node = REWARD * (evidence[i] - INDIFFERENT);
            best[i] = node - endAbove[i];
            from[i] = -1;
            for (int gap = NEAREST; gap <= FARTHEST && gap <= i; gap++) {
                int j = i - gap;
                double off = Math.log(gap / pitch[(i + j) / 2]) / spread;
                double body = bodyBetween(j, i);
                boolean empty = body < EMPTY;
                double score = best[j] + node - Math.min(off * off / 2, empty ? LONG_GAP : ODD_BODY)
                        - (empty ? NO_BODY * (1 - body / EMPTY) : 0);
                if (score > best[i]) {
                    best[i] = score;
                    from[i] = j;
                }
            }
            if (best[i] - endBelow[i] > top) {
                top = best[i] - endBelow[i];
                end = i;
            }
        }
        List<Integer> chain = new ArrayList<>();
        for (int i = end; i >= 0; i = from[i]) {
            chain.add(0, i);
        }
        return chain.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Cost of ending the chain here: bone beyond that is longer than one body must hold another boundary. */
    private double[] endCost(double[] pitch, boolean downwards) {
        double[] cost = new double[profile.length];
        for (int i = 0; i < cost.length; i++) {
            double p = pitch[i];
            int a = downwards ? i : Math.max(0, (int) (i - END_REACH * p));
            int b = downwards ? Math.min(profile.length, (int) (i + END_REACH * p)) : i;
            double bone = bodySum[b] - bodySum[a];
            double other = 0;
            double marked = 0;
            for (int k = a; k < b; k++) {
                marked += profile.area[downwards ? TissueClass.S1 : TissueClass.C2][k] / profile.whole[k];
                other += profile.area[TissueClass.BODY][k] / profile.whole[k];
            }
            boolean s1 = downwards && marked > LEAST_S1 * p;
            double over = Math.max(0, bone - (s1 ? LONGEST_S1 : LONGEST_END) * p) / (END_SPREAD * p);
            // C2 or S1 and a whole vertebra on this side: the boundary between them is still missing
            over = Math.min(marked, other) > LEAST_MIXED * p ? Math.max(over, MIXED) : over;
            cost[i] = Math.min(HIGHEST_END_COST, over * over);
        }
        return cost;
    }
}
