package spine.anatomy.internal.tracing;

import java.util.Arrays;
import spine.anatomy.internal.classmap.TissueClass;
import spine.anatomy.internal.classmap.VoxelCloud;

/** Cross-sections along the centreline in bins of 1 mm: how much of which tissue, and how deep the bone is. */
final class CrossSectionProfile {
    /** Least area of a whole cross-section, mm2. Origin: first version. */
    private static final double LEAST_AREA = 90;
    /** Smoothing of the area of every tissue, mm. Origin: first version. */
    private static final double AREA_BLUR = 1.2;
    /** Smoothing of bone and disc before the largest is taken, mm. Origin: first version. */
    private static final double WHOLE_BLUR = 4;
    /** Half length of the neighbourhood of the largest, mm. Origin: first version. */
    private static final int WHOLE_REACH = 20;
    /** Smoothing of the largest, mm. Origin: first version. */
    private static final double LARGEST_BLUR = 8;
    /** Half length of the piece whose depth is measured, mm. Origin: first version. */
    private static final int DEPTH_REACH = 15;
    /** Fewest voxels of bone in it; with less the last depth stays. Origin: first version. */
    private static final int LEAST_VOXELS = 50;
    /** Depth where nothing is known yet, mm. Origin: first version. */
    private static final double USUAL_DEPTH = 25;
    /** Least depth, mm: below that of a small C3 ({@link Morphometry}). Origin: first version. */
    private static final double LEAST_DEPTH = 12;
    /** Largest depth, mm: above that of a large L3 ({@link Morphometry}). Origin: first version. */
    private static final double LARGEST_DEPTH = 42;
    /** Half length of the piece over which the typical depth is taken, mm. Origin: hidden discs. */
    private static final int TYPICAL_REACH = 60;

    final int length;
    /** {@code [tissue][bin]}, mm2, lightly smoothed. */
    final double[][] area = new double[TissueClass.COUNT][];
    /** Bone (body, C2, S1), mm2. */
    final double[] bone;
    /** Largest full cross-section in the neighbourhood, mm2: what a whole body would have here. */
    final double[] whole;
    /** Anteroposterior depth of the bone around here, mm. */
    final double[] depth;

    CrossSectionProfile(StraightenedSpine spine) {
        length = (int) spine.line.length() + 1;
        double[][] raw = new double[TissueClass.COUNT][length];
        double[] count = new double[length + 1];
        double[] sum = new double[length + 1];
        double[] square = new double[length + 1];
        VoxelCloud cloud = spine.cloud;
        for (int i = 0; i < cloud.size(); i++) {
            if (!Float.isNaN(spine.arc[i])) {
                int bin = Math.min(length - 1, (int) spine.arc[i]);
                byte tissue = cloud.tissue(i);
                raw[tissue][bin] += cloud.voxelVolume();
                if (tissue == TissueClass.BODY || tissue == TissueClass.S1) {
                    count[bin + 1]++;
                    sum[bin + 1] += spine.front[i];
                    square[bin + 1] += spine.front[i] * spine.front[i];
                }
            }
        }
        for (int t = 0; t < raw.length; t++) {
            area[t] = smooth(raw[t], AREA_BLUR);
        }
        bone = new double[length];
        double[] full = new double[length];
        for (int i = 0; i < length; i++) {
            bone[i] = area[TissueClass.BODY][i] + area[TissueClass.C2][i] + area[TissueClass.S1][i];
            full[i] = bone[i] + area[TissueClass.DISC][i];
        }
        whole = largestAround(smooth(full, WHOLE_BLUR));
        depth = depth(count, sum, square);
    }

    private double[] largestAround(double[] full) {
        double[] result = new double[length];
        for (int i = 0; i < length; i++) {
            double highest = LEAST_AREA;
            for (int k = Math.max(0, i - WHOLE_REACH); k < Math.min(length, i + WHOLE_REACH + 1); k++) {
                highest = Math.max(highest, full[k]);
            }
            result[i] = highest;
        }
        return smooth(result, LARGEST_BLUR);
    }

    private double[] depth(double[] count, double[] sum, double[] square) {
        for (int i = 0; i < length; i++) {
            count[i + 1] += count[i];
            sum[i + 1] += sum[i];
            square[i + 1] += square[i];
        }
        double[] result = new double[length];
        double last = USUAL_DEPTH;
        for (int i = 0; i < length; i++) {
            int a = Math.max(0, i - DEPTH_REACH);
            int b = Math.min(length, i + DEPTH_REACH + 1);
            double n = count[b] - count[a];
            if (n > LEAST_VOXELS) {
                double mean = (sum[b] - sum[a]) / n;
                // a uniform distribution of that variance has this width
                last = Math.sqrt(12 * Math.max(0, (square[b] - square[a]) / n - mean * mean));
            }
            result[i] = Math.max(LEAST_DEPTH, Math.min(LARGEST_DEPTH, last));
        }
        return result;
    }

    /** Median of the depths around every bin: what a single false structure cannot change. */
    double[] typicalDepth() {
        double[] result = new double[length];
        for (int i = 0; i < length; i++) {
            double[] window = Arrays.copyOfRange(depth, Math.max(0, i - TYPICAL_REACH), Math.min(length, i + TYPICAL_REACH + 1));
            Arrays.sort(window);
            result[i] = window[window.length / 2];
        }
        return result;
    }

    /** Gaussian smoothing with the ends repeated. */
    static double[] smooth(double[] values, double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] kernel = new double[2 * reach + 1];
        double total = 0;
        for (int k = -reach; k <= reach; k++) {
            kernel[k + reach] = Math.exp(-k * k / (2 * sigma * sigma));
            total += kernel[k + reach];
        }
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double s = 0;
            for (int k = -reach; k <= reach; k++) {
                s += kernel[k + reach] * values[Math.max(0, Math.min(values.length - 1, i + k))];
            }
            result[i] = s / total;
        }
        return result;
    }
}
