package spine.anatomy.internal.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds where one vertebral body ends and the next begins, as positions along the centreline. A position is supported by
 * disc tissue or by a waist in the bone; its neighbours should lie as far away as bodies of this depth are high. Dynamic
 * programming weighs both, so a missed disc between two bodies is filled in and a false one inside a body is passed over.
 */
final class BoundaryFinder {
    private static final int NEAREST = 8;
    private static final int FARTHEST = 150;
    private static final double REWARD = 4;
    private static final double INDIFFERENT = 0.35;
    private static final double MIXED = 2.2;
    private static final double NO_BODY = 1.2;
    private static final double LONG_GAP = 3.5;
    private static final double ODD_BODY = 9;
    private static final double FIRST_SPREAD = 0.24;
    private static final double SECOND_SPREAD = 0.16;

    private static final double DISC_BLUR = 1.2;
    private static final int DISC_REACH = 3;
    private static final double THIN_DISC_MM = 2.5;

    private final CrossSectionProfile profile;
    private final double[] evidence;
    private final double[] bodySum;

    private BoundaryFinder(CrossSectionProfile profile) {
        this.profile = profile;
        this.evidence = evidence(profile);
        bodySum = new double[profile.length + 1];
        for (int i = 0; i < profile.length; i++) {
            // C2 is one piece up to the tip of the dens, however long
            double fill = (profile.bone[i] - profile.area[TissueClass.C2][i]) / profile.whole[i];
            bodySum[i + 1] = bodySum[i] + Math.min(1, fill / 0.8);
        }
    }

    /** @return arc lengths from head to foot, may be empty */
    static double[] find(CrossSectionProfile profile) {
        BoundaryFinder finder = new BoundaryFinder(profile);
        double[] pitch = new double[profile.length];
        for (int i = 0; i < pitch.length; i++) {
            pitch[i] = Morphometry.pitchForDepth(profile.depth[i]);
        }
        pitch = CrossSectionProfile.smooth(pitch, 10);
        int[] first = finder.chain(pitch, FIRST_SPREAD);
        int[] second = finder.chain(finder.adapted(pitch, first), SECOND_SPREAD);
        double[] arcs = new double[second.length];
        for (int i = 0; i < arcs.length; i++) {
            arcs[i] = second[i] + 0.5;
        }
        return arcs;
    }

    private static double[] evidence(CrossSectionProfile profile) {
        int n = profile.length;
        double[] bone = profile.bone;
        double[] disc = CrossSectionProfile.smooth(profile.area[TissueClass.DISC], DISC_BLUR);
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            // a thin disc is as good as a thick one: what counts is its volume around here, and that this is its middle
            double volume = 0;
            double highest = 1e-9;
            for (int k = Math.max(0, i - DISC_REACH); k <= Math.min(n - 1, i + DISC_REACH); k++) {
                volume += profile.area[TissueClass.DISC][k];
                highest = Math.max(highest, disc[k]);
            }
            double share = Math.min(1, volume / (0.5 * profile.whole[i] * THIN_DISC_MM)) * disc[i] / highest;
            double purity = Math.min(1, 2.2 * disc[i] / (disc[i] + bone[i] + 0.1 * profile.whole[i]));
            int reach = (int) (0.5 * Morphometry.pitchForDepth(profile.depth[i])) + 2;
            double above = 0;
            double below = 0;
            for (int k = 1; k <= reach; k++) {
                above = Math.max(above, i - k >= 0 ? bone[i - k] : 0);
                below = Math.max(below, i + k < n ? bone[i + k] : 0);
            }
            double shoulder = Math.min(above, below);
            double waist = shoulder < 0.25 * profile.whole[i] ? 0 : Math.max(0, 1 - bone[i] / shoulder);
            double seen = share * purity;
            double clear = Math.max(Math.max(seen, 0.8 * waist), 0.9 * change(profile, i)) + 0.15 * Math.min(seen, waist);
            result[i] = clear * (1 - insideC2(profile, i));
        }
        return CrossSectionProfile.smooth(result, 1.5);
    }

    /** How much of what lies just below is still C2: the joints and the cartilage at the base of the dens look like discs. */
    private static double insideC2(CrossSectionProfile profile, int i) {
        double c2 = 0;
        double whole = 0;
        for (int k = i + 3; k <= Math.min(profile.length - 1, i + 9); k++) {
            c2 += profile.area[TissueClass.C2][k];
            whole += profile.whole[k];
        }
        return whole == 0 ? 0 : Math.min(1, c2 / (0.12 * whole));
    }

    /** How clearly C2 gives way to a vertebra here, or a vertebra to S1: a boundary even where both are fused. */
    private static double change(CrossSectionProfile profile, int i) {
        int above = Math.max(0, i - 4);
        int below = Math.min(profile.length - 1, i + 4);
        double[] body = profile.area[TissueClass.BODY];
        double[] c2 = profile.area[TissueClass.C2];
        double[] s1 = profile.area[TissueClass.S1];
        double upper = Math.min(c2[above] - c2[below], body[below] - body[above]);
        double lower = Math.min(body[above] - body[below], s1[below] - s1[above]);
        return Math.max(0, Math.min(1, Math.max(upper, lower) / (0.8 * profile.whole[i])));
    }

    private double bodyBetween(int a, int b) {
        return (bodySum[b] - bodySum[a]) / (b - a);
    }

    private int[] chain(double[] pitch, double spread) {
        int n = profile.length;
        double[] best = new double[n];
        int[] from = new int[n];
        double[] bodyLeft = tail(pitch, false);
        double[] bodyRight = tail(pitch, true);
        int end = -1;
        double top = 0;
        for (int i = 0; i < n; i++) {
            double node = REWARD * (evidence[i] - INDIFFERENT);
            best[i] = node - bodyLeft[i];
            from[i] = -1;
            for (int gap = NEAREST; gap <= FARTHEST && gap <= i; gap++) {
                int j = i - gap;
                double off = Math.log(gap / pitch[(i + j) / 2]) / spread;
                double body = bodyBetween(j, i);
                boolean empty = body < 0.3;
                double score = best[j] + node - Math.min(off * off / 2, empty ? LONG_GAP : ODD_BODY)
                        - (empty ? NO_BODY * (1 - body / 0.3) : 0);
                if (score > best[i]) {
                    best[i] = score;
                    from[i] = j;
                }
            }
            if (best[i] - bodyRight[i] > top) {
                top = best[i] - bodyRight[i];
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
    private double[] tail(double[] pitch, boolean downwards) {
        double[] cost = new double[profile.length];
        for (int i = 0; i < cost.length; i++) {
            double p = pitch[i];
            int a = downwards ? i : Math.max(0, (int) (i - 3 * p));
            int b = downwards ? Math.min(profile.length, (int) (i + 3 * p)) : i;
            double bone = bodySum[b] - bodySum[a];
            double other = 0;
            double marked = 0;
            for (int k = a; k < b; k++) {
                double end = profile.area[downwards ? TissueClass.S1 : TissueClass.C2][k] / profile.whole[k];
                marked += end;
                other += profile.area[TissueClass.BODY][k] / profile.whole[k];
            }
            boolean s1 = downwards && marked > 0.5 * p;
            double over = Math.max(0, bone - (s1 ? 1.6 : 1.25) * p) / (0.35 * p);
            // C2 or S1 and a whole vertebra on this side: the boundary between them is still missing
            over = Math.min(marked, other) > 0.4 * p ? Math.max(over, MIXED) : over;
            cost[i] = Math.min(6, over * over);
        }
        return cost;
    }

    /** Corrects the expected pitch by what the well supported neighbours nearby have (weighted median, 45 mm around). */
    private double[] adapted(double[] pitch, int[] chain) {
        List<double[]> ratios = new ArrayList<>();
        for (int k = 1; k < chain.length; k++) {
            if (evidence[chain[k]] > 0.6 && evidence[chain[k - 1]] > 0.6) {
                int middle = (chain[k] + chain[k - 1]) / 2;
                ratios.add(new double[] {Math.log((chain[k] - chain[k - 1]) / pitch[middle]), middle});
            }
        }
        if (ratios.size() < 3) {
            return pitch;
        }
        ratios.sort((a, b) -> Double.compare(a[0], b[0]));
        double[] correction = new double[pitch.length];
        for (int i = 0; i < pitch.length; i++) {
            double total = 0;
            for (double[] r : ratios) {
                total += weight(r[1] - i);
            }
            double sum = 0;
            for (double[] r : ratios) {
                sum += weight(r[1] - i);
                if (sum >= total / 2) {
                    correction[i] = r[0];
                    break;
                }
            }
        }
        double[] smooth = CrossSectionProfile.smooth(correction, 8);
        double[] result = Arrays.copyOf(pitch, pitch.length);
        for (int i = 0; i < result.length; i++) {
            result[i] *= Math.exp(Math.max(-0.4, Math.min(0.4, smooth[i])));
        }
        return result;
    }

    private static double weight(double distance) {
        return Math.exp(-distance * distance / (2 * 45 * 45)) + 1e-4;
    }
}
