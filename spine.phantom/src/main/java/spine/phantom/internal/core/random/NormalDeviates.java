package spine.phantom.internal.core.random;

import java.util.SplittableRandom;

/** Standard normal deviates for pixel noise, fast: 65536 of them are drawn once and picked by 16 random bits each. For one thread. */
public final class NormalDeviates {
    private static final float[] VALUES = draw();
    private final SplittableRandom random;
    private long bits;
    private int left;

    public NormalDeviates(long seed) {
        random = new SplittableRandom(seed);
    }

    public float next() {
        if (left == 0) {
            bits = random.nextLong();
            left = 4;
        }
        float value = VALUES[(int) (bits & 0xffff)];
        bits >>>= 16;
        left--;
        return value;
    }

    private static float[] draw() {
        SeededRandom source = new SeededRandom(65536);
        float[] values = new float[65536];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) source.normal(0, 1);
        }
        return values;
    }
}
