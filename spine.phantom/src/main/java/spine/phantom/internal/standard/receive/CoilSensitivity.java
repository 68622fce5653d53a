package spine.phantom.internal.standard.receive;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.noise.ValueNoise;

/**
 * Sensitivity of the receive coils over an image: mostly high behind, in some patients in front too, with hot spots, ripples along the
 * spine and a fall at the ends; the vendor's intensity normalisation removes a part of it. Immutable.
 */
final class CoilSensitivity {
    private final int columns;
    private final float[] received;
    private final double normalised;

    CoilSensitivity(int rows, int columns, SeededRandom random) {
        this.columns = columns;
        double steep = StrictMath.log(random.uniform(1, 6)) * (random.chance(0.08) ? -0.6 : 1);
        double front = random.chance(0.3) ? random.uniform(0.2, 1.5) : 0;
        double hot = random.uniform(0, 0.9);
        double waves = random.uniform(1, 6);
        double phase = random.uniform(0, 6.28);
        double ripple = random.chance(0.25) ? random.uniform(0.12, 0.35) : random.uniform(0.02, 0.12);
        double fall = random.uniform(0.05, 0.75);
        double begin = random.uniform(0.55, 0.85);
        double drift = random.normal(0, 0.35);
        double cloudy = random.chance(0.4) ? random.uniform(0.05, 0.3) : 0;
        ValueNoise clouds = new ValueNoise(random.child("clouds"));
        SoftSpots spots = SoftSpots.behind(rows, columns, random.chance(0.4) ? random.between(1, 6) : 0, 1.6, random.child("spots"));
        normalised = random.chance(0.5) ? random.uniform(0.5, 0.97) : random.uniform(0, 0.3);
        double[] byColumn = new double[columns];
        for (int c = 0; c < columns; c++) {
            double x = c / (double) columns;
            byColumn[c] = StrictMath.exp(steep * (x - 0.6)) * (1 + hot * Math.max(0, x - 0.75) * 3) + front * StrictMath.exp(-x * 4);
        }
        received = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            double y = r / (double) rows;
            double edge = Math.max(0, (Math.abs(2 * y - 1) - begin) / (1 - begin));
            double byRow = (1 + ripple * StrictMath.sin(phase + 6.283 * waves * y)) * (1 - fall * edge * edge) * (1 + drift * (y - 0.5));
            for (int c = 0; c < columns; c++) {
                double cloud = cloudy == 0 ? 0 : cloudy * clouds.at(r * 5.0 / rows, c * 3.0 / columns, 0.5);
                received[r * columns + c] = (float) (byColumn[c] * byRow * (1 + spots.at(r, c) + cloud));
            }
        }
    }

    /** Factor on the signal; noise is the same everywhere. */
    double received(int row, int column) {
        return received[row * columns + column];
    }

    /** Factor of the intensity normalisation on signal and noise. */
    double correction(int row, int column) {
        return 1 / (1 - normalised + normalised * received(row, column));
    }
}
