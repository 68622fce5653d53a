package spine.anatomy.internal.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far apart neighbouring boundaries should be at every position along the centreline, mm. */
final class ExpectedPitch {
    /** Smoothing of the pitch by depth, mm. Origin: first version. */
    private static final double DEPTH_BLUR = 10;
    /** Evidence of a boundary from which its distance to the next one counts. Origin: first version. */
    private static final double WELL_SUPPORTED = 0.6;
    /** Fewest distances that correct the pitch. Origin: first version. */
    private static final int LEAST_DISTANCES = 3;
    /** Standard deviation of the Gaussian weights of the median, mm. Origin: first version. */
    private static final double AROUND_MM = 45;
    /** Weight of what lies far away. Origin: first version. */
    private static final double FAR_WEIGHT = 1e-4;
    /** Smoothing of the correction, mm. Origin: first version. */
    private static final double CORRECTION_BLUR = 8;
    /** Largest logarithm of the correction. Origin: first version. */
    private static final double LARGEST_CORRECTION = 0.4;

    private ExpectedPitch() {
    }

    /** The pitch of reference vertebrae of the depth that the bone has. */
    static double[] byDepth(CrossSectionProfile profile) {
        double[] pitch = new double[profile.length];
        for (int i = 0; i < pitch.length; i++) {
            pitch[i] = Morphometry.pitchForDepth(profile.depth[i]);
        }
        return CrossSectionProfile.smooth(pitch, DEPTH_BLUR);
    }

    /** Corrects the expected pitch by what well supported boundaries nearby have: the weighted median of their ratios. */
    static double[] adapted(double[] pitch, int[] chain, double[] evidence) {
        List<double[]> ratios = new ArrayList<>();
        for (int k = 1; k < chain.length; k++) {
            if (evidence[chain[k]] > WELL_SUPPORTED && evidence[chain[k - 1]] > WELL_SUPPORTED) {
                int middle = (chain[k] + chain[k - 1]) / 2;
                ratios.add(new double[] {Math.log((chain[k] - chain[k - 1]) / pitch[middle]), middle});
            }
        }
        if (ratios.size() < LEAST_DISTANCES) {
            return pitch;
        }
        ratios.sort((a, b) -> Double.compare(a[0], b[0]));
        double[] correction = new double[pitch.length];
        for (int i = 0; i < pitch.length; i++) {
            correction[i] = median(ratios, i);
        }
        double[] smooth = CrossSectionProfile.smooth(correction, CORRECTION_BLUR);
        double[] result = Arrays.copyOf(pitch, pitch.length);
        for (int i = 0; i < result.length; i++) {
            result[i] *= Math.exp(Math.max(-LARGEST_CORRECTION, Math.min(LARGEST_CORRECTION, smooth[i])));
        }
        return result;
    }

    /** @param sorted pairs of a value and its position, by value */
    private static double median(List<double[]> sorted, int position) {
        double total = 0;
        for (double[] r : sorted) {
            total += weight(r[1] - position);
        }
        double sum = 0;
        for (double[] r : sorted) {
            sum += weight(r[1] - position);
            if (sum >= total / 2) {
                return r[0];
            }
        }
        return 0;
    }

    private static double weight(double distance) {
        return Math.exp(-distance * distance / (2 * AROUND_MM * AROUND_MM)) + FAR_WEIGHT;
    }
}
