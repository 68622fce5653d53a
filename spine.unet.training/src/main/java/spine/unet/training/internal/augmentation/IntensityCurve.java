package spine.unet.training.internal.augmentation;

import java.util.Random;

/**
 * A map from intensity to intensity over 0..1, a table with linear interpolation. It stands for another scanner, sequence or window.
 * Immutable.
 */
public final class IntensityCurve {
    private static final int STEPS = 64;

    /** Leaves every intensity as it is. */
    public static final IntensityCurve IDENTITY = gamma(1);

    private final float[] table;

    private IntensityCurve(float[] table) {
        this.table = table;
    }

    private static IntensityCurve gamma(double exponent) {
        float[] table = new float[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            table[i] = (float) Math.pow(i / (double) STEPS, exponent);
        }
        return new IntensityCurve(table);
    }

    /** A random gamma curve mixed with a random sigmoid: what is brighter stays brighter. */
    static IntensityCurve monotonic(Random random) {
        float[] table = gamma(Math.exp((random.nextDouble() * 2 - 1) * 0.6)).table;
        // A sigmoid about a random middle raises or flattens the contrast there.
        double middle = 0.25 + 0.5 * random.nextDouble();
        double slope = 2 + 5 * random.nextDouble();
        double share = 0.6 * random.nextDouble();
        double low = Math.tanh(-middle * slope);
        double high = Math.tanh((1 - middle) * slope);
        for (int i = 0; i <= STEPS; i++) {
            double s = (Math.tanh((i / (double) STEPS - middle) * slope) - low) / (high - low);
            table[i] = (float) ((1 - share) * table[i] + share * s);
        }
        return new IntensityCurve(table);
    }

    /** A random smooth curve that need not be monotonic; air, at 0, stays dark. */
    static IntensityCurve arbitrary(Random random) {
        int knots = 3 + random.nextInt(3);
        double[] values = new double[knots + 1];
        for (int k = 1; k <= knots; k++) {
            values[k] = 0.05 + 0.95 * random.nextDouble();
        }
        float[] table = new float[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double at = i / (double) STEPS * knots;
            int k = Math.min(knots - 1, (int) at);
            double ease = (1 - Math.cos(Math.PI * (at - k))) / 2;
            table[i] = (float) (values[k] + ease * (values[k + 1] - values[k]));
        }
        return new IntensityCurve(table);
    }

    /** @param value 0..1 */
    public float at(float value) {
        float place = value * STEPS;
        int i = Math.min(STEPS - 1, (int) place);
        return table[i] + (place - i) * (table[i + 1] - table[i]);
    }
}
