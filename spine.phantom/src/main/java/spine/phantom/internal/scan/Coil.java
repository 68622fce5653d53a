package spine.phantom.internal.scan;

import spine.phantom.internal.random.Seeded;

/** Sensitivity of a spine coil over an image: bright behind, uneven along, weaker at the ends; partly evened out by the vendor. */
final class Coil {
    private final int rows;
    private final int columns;
    private final double[] byColumn;
    private final double[] byRow;
    private final double evened;

    Coil(int rows, int columns, Seeded random) {
        this.rows = rows;
        this.columns = columns;
        double steep = StrictMath.log(random.uniform(2, 5));
        double hot = random.uniform(0, 0.9);
        double waves = random.uniform(2, 6);
        double phase = random.uniform(0, 6.28);
        double ripple = random.uniform(0.02, 0.15);
        double fall = random.uniform(0.1, 0.6);
        double drift = random.normal(0, 0.25);
        evened = random.chance(0.5) ? random.uniform(0.5, 0.95) : random.uniform(0, 0.3);
        byColumn = new double[columns];
        byRow = new double[rows];
        for (int c = 0; c < columns; c++) {
            double x = c / (double) columns;
            byColumn[c] = StrictMath.exp(steep * (x - 0.6)) * (1 + hot * Math.max(0, x - 0.75) * 3);
        }
        for (int r = 0; r < rows; r++) {
            double y = r / (double) rows;
            double edge = Math.max(0, (Math.abs(2 * y - 1) - 0.72) / 0.28);
            byRow[r] = (1 + ripple * StrictMath.sin(phase + 6.283 * waves * y)) * (1 - fall * edge * edge) * (1 + drift * (y - 0.5));
        }
    }

    /** Sensitivity that signal is received with; noise is the same everywhere. */
    double received(int row, int column) {
        return byColumn[column] * byRow[row];
    }

    /** Factor the vendor multiplies signal and noise with afterwards. */
    double correction(int row, int column) {
        double s = received(row, column);
        return 1 / (1 - evened + evened * s);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }
}
