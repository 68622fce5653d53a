package spine.unet.training.internal.augmentation;

import java.util.Random;

/**
 * A smooth displacement field, the sum of two plane waves. Immutable.
 *
 * @param waves per wave: its frequency along rows and along columns (radians per pixel), its phase, and its displacement
 *     along rows and along columns in pixels
 */
public record ElasticDeformation(double[][] waves) {
    /** Shortest wavelength, pixels. */
    private static final double SHORTEST_WAVE = 70;
    /** Largest displacement of one wave in one direction, pixels. */
    private static final double LARGEST_SHIFT = 4;

    /** No displacement anywhere. */
    public static final ElasticDeformation NONE = new ElasticDeformation(new double[0][]);

    static ElasticDeformation random(Random random) {
        double[][] waves = new double[2][];
        for (int i = 0; i < waves.length; i++) {
            double direction = random.nextDouble() * 2 * Math.PI;
            double frequency = 2 * Math.PI / (SHORTEST_WAVE * (1 + 2 * random.nextDouble()));
            waves[i] = new double[] {frequency * Math.sin(direction), frequency * Math.cos(direction),
                random.nextDouble() * 2 * Math.PI, shift(random), shift(random)};
        }
        return new ElasticDeformation(waves);
    }

    private static double shift(Random random) {
        return (random.nextDouble() * 2 - 1) * LARGEST_SHIFT;
    }

    /** Displacement along increasing row index, pixels. */
    public double downAt(double y, double x) {
        return sum(y, x, 3);
    }

    /** Displacement along increasing column index, pixels. */
    public double rightAt(double y, double x) {
        return sum(y, x, 4);
    }

    private double sum(double y, double x, int direction) {
        double sum = 0;
        for (double[] wave : waves) {
            sum += wave[direction] * Math.sin(wave[0] * y + wave[1] * x + wave[2]);
        }
        return sum;
    }
}
