package spine.phantom.internal.shift.receive;

import spine.phantom.internal.core.random.SeededRandom;

/**
 * Aliasing: signal from beyond the upper or lower edge appears at the opposite one, weakened, in some examinations in stripes.
 * Immutable.
 */
public final class Aliasing {
    private final int rows;
    private final double strength;
    private final double stripes;
    private final double slant;

    /** @param pixel in-plane pixel, mm */
    public Aliasing(double pixel, SeededRandom random) {
        boolean any = random.chance(0.3);
        rows = any ? (int) (random.uniform(18, 55) / pixel) : 0;
        strength = random.uniform(0.1, 0.5);
        stripes = random.chance(0.35) ? random.uniform(0.15, 0.5) : 0;
        slant = random.uniform(-0.2, 0.2);
    }

    /** Number of rows beyond each edge whose signal folds in. */
    public int rows() {
        return rows;
    }

    /**
     * Adds the aliased signal to a complex image.
     *
     * @param signal the image with its margins
     */
    void add(float[] signal, float[] real, float[] imaginary, int height, int columns, int margin) {
        for (int k = 0; k < margin; k++) {
            int above = margin - 1 - k;
            int below = margin + height + k;
            double weight = strength * (1 - k / (double) margin);
            overlay(signal, above * columns, real, imaginary, height - 1 - k, columns, weight);
            overlay(signal, below * columns, real, imaginary, k, columns, weight);
        }
    }

    private void overlay(float[] signal, int from, float[] real, float[] imaginary, int row, int columns, double weight) {
        for (int c = 0; c < columns; c++) {
            double angle = stripes == 0 ? 0.8 : stripes * row + slant * c;
            double value = weight * signal[from + c];
            real[row * columns + c] += (float) (value * StrictMath.cos(angle));
            imaginary[row * columns + c] += (float) (value * StrictMath.sin(angle));
        }
    }
}
