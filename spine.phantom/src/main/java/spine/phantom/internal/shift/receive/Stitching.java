package spine.phantom.internal.shift.receive;

import java.util.Arrays;
import spine.phantom.internal.core.random.SeededRandom;

/** Gain by row of an image that is composed of two or three stations of different brightness. Immutable. */
final class Stitching {
    private final double[] gain;

    /** @param composed whether the image is composed of several stations */
    Stitching(int rows, boolean composed, SeededRandom random) {
        gain = new double[rows];
        Arrays.fill(gain, 1);
        int seams = composed ? random.between(1, 2) : 0;
        for (int s = 0; s < seams; s++) {
            double at = rows * ((s + 1.0) / (seams + 1) + random.uniform(-0.06, 0.06));
            double step = random.uniform(-0.18, 0.18);
            double soft = random.chance(0.4) ? random.uniform(1, 4) : random.uniform(10, 60);
            for (int r = 0; r < rows; r++) {
                double t = Math.max(0, Math.min(1, 0.5 + (r - at) / (2 * soft)));
                gain[r] *= 1 + step * t;
            }
        }
    }

    /** Factor on signal and noise. */
    double gain(int row) {
        return gain[row];
    }
}
