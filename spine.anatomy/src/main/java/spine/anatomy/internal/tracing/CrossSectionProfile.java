package spine.anatomy.internal.tracing;

import java.util.Arrays;

/** Cross-sections along the centreline in bins of 1 mm: how much of which tissue, and how deep the bone is. */
final class CrossSectionProfile {
    private static final double LEAST_AREA = 90;

    final int length;
    /** {@code [tissue][bin]}, mm2, lightly smoothed. */
    final double[][] area = new double[TissueClass.COUNT][];
    /** Bone (body, C2, S1), mm2. */
    final double[] bone;
    /** Largest full cross-section in the neighbourhood, mm2: what a whole body would have here. */
    final double[] whole;
    /** Front-back depth of the bone around here, mm. */
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
                raw[cloud.tissue[i]][bin] += cloud.voxelVolume();
                if (cloud.tissue[i] == TissueClass.BODY || cloud.tissue[i] == TissueClass.S1) {
                    count[bin + 1]++;
                    sum[bin + 1] += spine.front[i];
                    square[bin + 1] += spine.front[i] * spine.front[i];
                }
            }
        }
        for (int t = 0; t < raw.length; t++) {
            area[t] = smooth(raw[t], 1.2);
        }
        bone = new double[length];
        double[] full = new double[length];
        for (int i = 0; i < length; i++) {
            bone[i] = area[TissueClass.BODY][i] + area[TissueClass.C2][i] + area[TissueClass.S1][i];
            full[i] = bone[i] + area[TissueClass.DISC][i];
        }
        whole = neighbourhood(smooth(full, 4));
        depth = depth(count, sum, square);
    }

    private double[] neighbourhood(double[] full) {
        double[] result = new double[length];
        for (int i = 0; i < length; i++) {
            double highest = LEAST_AREA;
            for (int k = Math.max(0, i - 20); k < Math.min(length, i + 21); k++) {
                highest = Math.max(highest, full[k]);
            }
            result[i] = highest;
        }
        return smooth(result, 8);
    }

    private double[] depth(double[] count, double[] sum, double[] square) {
        for (int i = 0; i < length; i++) {
            count[i + 1] += count[i];
            sum[i + 1] += sum[i];
            square[i + 1] += square[i];
        }
        double[] result = new double[length];
        double last = 25;
        for (int i = 0; i < length; i++) {
            int a = Math.max(0, i - 15);
            int b = Math.min(length, i + 16);
            double n = count[b] - count[a];
            if (n > 50) {
                double mean = (sum[b] - sum[a]) / n;
                // a uniform distribution of that variance has this width
                last = Math.sqrt(12 * Math.max(0, (square[b] - square[a]) / n - mean * mean));
            }
            result[i] = Math.max(12, Math.min(42, last));
        }
        return result;
    }

    /** Median of the depths 60 mm around every bin: what a single blob cannot change. */
    double[] typicalDepth() {
        double[] result = new double[length];
        for (int i = 0; i < length; i++) {
            double[] window = Arrays.copyOfRange(depth, Math.max(0, i - 60), Math.min(length, i + 61));
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
