package spine.anatomy.internal.tracing;

import spine.anatomy.internal.classmap.TissueClass;

/**
 * How clearly one vertebral body ends and the next begins at every position along the centreline, from 0 to a little above 1: by
 * disc tissue, a waist of the bone, or a change between the classes of C2, vertebrae and S1.
 */
final class BoundaryEvidence {
    /** Smoothing of the disc area, mm. Origin: bench 2. */
    private static final double DISC_BLUR = 1.2;
    /** Half length of the piece in which disc volume is collected, mm. Origin: bench 2. */
    private static final int DISC_REACH = 3;
    /** A disc so high across half a body counts in full. Origin: bench 2. */
    private static final double THIN_DISC_MM = 2.5;
    /** Disc area of a full disc, as a share of a whole cross-section. Origin: bench 2. */
    private static final double FULL_DISC_SHARE = 0.5;
    /** Gain of the share of disc among disc and bone. Origin: bench 2. */
    private static final double PURITY_GAIN = 2.2;
    /** Part of a whole cross-section that is added to disc and bone in that share. Origin: first version. */
    private static final double PURITY_FLOOR = 0.1;
    /** How far from a waist its shoulders are looked for, in pitches. Origin: first version. */
    private static final double SHOULDER_REACH = 0.5;
    /** Added to that distance, mm. Origin: first version. */
    private static final int SHOULDER_MARGIN_MM = 2;
    /** Smallest shoulders of a waist, as a share of a whole cross-section. Origin: first version. */
    private static final double LEAST_SHOULDER = 0.25;
    /** Weight of a waist beside a disc. Origin: first version. */
    private static final double WAIST_WEIGHT = 0.8;
    /** Weight of a change of class beside a disc. Origin: first version. */
    private static final double CHANGE_WEIGHT = 0.9;
    /** Bonus where a disc and a waist agree. Origin: first version. */
    private static final double AGREEMENT = 0.15;
    /** Smoothing of the result, mm. Origin: bench 2. */
    private static final double BLUR = 1.5;
    /** Distance below a position from which C2 is looked for, mm. Origin: cartilage of C2. */
    private static final int C2_FROM = 3;
    /** Distance below a position up to which C2 is looked for, mm. Origin: cartilage of C2. */
    private static final int C2_TO = 9;
    /** Share of C2 there from which the position is inside C2. Origin: cartilage of C2. */
    private static final double C2_SHARE = 0.12;
    /** Distance over which classes change, mm. Origin: first version. */
    private static final int CHANGE_REACH = 4;
    /** Change of area that counts in full, as a share of a whole cross-section. Origin: first version. */
    private static final double FULL_CHANGE = 0.8;

    private final CrossSectionProfile profile;
    private final double[] smoothDisc;

    private BoundaryEvidence(CrossSectionProfile profile) {
        this.profile = profile;
        smoothDisc = CrossSectionProfile.smooth(profile.area[TissueClass.DISC], DISC_BLUR);
    }

    /** @return per bin of the profile */
    static double[] of(CrossSectionProfile profile) {
        BoundaryEvidence evidence = new BoundaryEvidence(profile);
        double[] result = new double[profile.length];
        for (int i = 0; i < result.length; i++) {
            double disc = evidence.disc(i);
            double waist = evidence.waist(i);
            double clear = Math.max(Math.max(disc, WAIST_WEIGHT * waist), CHANGE_WEIGHT * evidence.change(i))
                    + AGREEMENT * Math.min(disc, waist);
            result[i] = clear * (1 - evidence.insideC2(i));
        }
        return CrossSectionProfile.smooth(result, BLUR);
    }

    /** A thin disc is as good as a thick one: what counts is its volume around here, and that this is its middle. */
    private double disc(int i) {
        double volume = 0;
        double highest = 1e-9;
        for (int k = Math.max(0, i - DISC_REACH); k <= Math.min(profile.length - 1, i + DISC_REACH); k++) {
            volume += profile.area[TissueClass.DISC][k];
            highest = Math.max(highest, smoothDisc[k]);
        }
        double share = Math.min(1, volume / (FULL_DISC_SHARE * profile.whole[i] * THIN_DISC_MM)) * smoothDisc[i] / highest;
        double purity = Math.min(1, PURITY_GAIN * smoothDisc[i] / (smoothDisc[i] + profile.bone[i] + PURITY_FLOOR * profile.whole[i]));
        return share * purity;
    }

    /** How much narrower the bone is here than above and below. */
    private double waist(int i) {
        int reach = (int) (SHOULDER_REACH * Morphometry.pitchForDepth(profile.depth[i])) + SHOULDER_MARGIN_MM;
        double above = 0;
        double below = 0;
        for (int k = 1; k <= reach; k++) {
            above = Math.max(above, i - k >= 0 ? profile.bone[i - k] : 0);
            below = Math.max(below, i + k < profile.length ? profile.bone[i + k] : 0);
        }
        double shoulder = Math.min(above, below);
        return shoulder < LEAST_SHOULDER * profile.whole[i] ? 0 : Math.max(0, 1 - profile.bone[i] / shoulder);
    }

    /** How much of what lies just below is still C2: the joints and the cartilage at the base of the dens look like discs. */
    private double insideC2(int i) {
        double c2 = 0;
        double whole = 0;
        for (int k = i + C2_FROM; k <= Math.min(profile.length - 1, i + C2_TO); k++) {
            c2 += profile.area[TissueClass.C2][k];
            whole += profile.whole[k];
        }
        return whole == 0 ? 0 : Math.min(1, c2 / (C2_SHARE * whole));
    }

    /** How clearly C2 gives way to a vertebra here, or a vertebra to S1: a boundary even where both are fused. */
    private double change(int i) {
        int above = Math.max(0, i - CHANGE_REACH);
        int below = Math.min(profile.length - 1, i + CHANGE_REACH);
        double[] body = profile.area[TissueClass.BODY];
        double[] c2 = profile.area[TissueClass.C2];
        double[] s1 = profile.area[TissueClass.S1];
        double upper = Math.min(c2[above] - c2[below], body[below] - body[above]);
        double lower = Math.min(body[above] - body[below], s1[below] - s1[above]);
        return Math.max(0, Math.min(1, Math.max(upper, lower) / (FULL_CHANGE * profile.whole[i])));
    }
}
