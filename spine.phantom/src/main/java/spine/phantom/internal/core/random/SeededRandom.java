package spine.phantom.internal.core.random;

import java.util.SplittableRandom;

/**
 * A stream of random numbers that is the same on every machine. Children are derived from the seed and a name, not from
 * the draws made so far, so that a new draw in one place leaves every other place as it was. Names and the order of the draws
 * are part of what a seed means: a change of either gives other studies for the same seed. For one thread; children are
 * independent of their parent.
 */
public final class SeededRandom {
    private final long seed;
    private final SplittableRandom random;

    public SeededRandom(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(mix(seed));
    }

    public SeededRandom child(String name) {
        return new SeededRandom(mix(seed * 0x9E3779B97F4A7C15L + name.hashCode()));
    }

    public SeededRandom child(String name, int index) {
        return new SeededRandom(mix(mix(seed * 0x9E3779B97F4A7C15L + name.hashCode()) + index * 0xD1B54A32D192ED03L));
    }

    public long nextLong() {
        return random.nextLong();
    }

    public double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Whole number from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Normal deviate, cut at three standard deviations so that no anatomy becomes impossible. */
    public double normal(double mean, double deviation) {
        while (true) {
            double u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                double z = u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
                if (StrictMath.abs(z) <= 3) {
                    return mean + deviation * z;
                }
            }
        }
    }

    /** Index drawn with the given weights, which need not sum to one. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double w : weights) {
            sum += w;
        }
        double rest = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            rest -= weights[i];
            if (rest < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
